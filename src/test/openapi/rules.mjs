// The rules by which the API description is judged: all that the tools recommend. A rule that is off says why.
import { oas } from '@stoplight/spectral-rulesets';

export const spectral = { extends: [oas] };

export const redocly = {
  extends: ['recommended'],
  rules: {
    // The service is a part of Inspire and is licensed with it; there is no address of a license of its own.
    'info-license': 'off',
  },
};
