// The rules by which the API description is judged: all that the tools recommend. A rule that is off says why.
import { oas } from '@stoplight/spectral-rulesets';

// Nothing can refer to the schema of what an event carries, because a stream is a text to OpenAPI 3.0. OpenApiSchemasTest sees to it that
// there is no other schema like that.
const UNUSED = 'off';

export const spectral = { extends: [oas], rules: { 'oas3-unused-component': UNUSED } };

export const redocly = {
  extends: ['recommended'],
  rules: {
    // The service is a part of Inspire and is licensed with it; there is no address of a license of its own.
    'info-license': 'off',
    'no-unused-components': UNUSED,
  },
};
