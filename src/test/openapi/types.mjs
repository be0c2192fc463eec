// Writes the TypeScript types of an API description into a file, as `openapi-typescript` makes them.
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const { DESCRIPTION, TYPES } = process.env;

const HEAD = `/** The API's types. Made by openapi-typescript from openapi/openapi.yaml, see openapi/README.md: change that one. */

`;

const types = await openapiTS(pathToFileURL(DESCRIPTION));
await writeFile(TYPES, HEAD + astToString(types));
console.log(`written: ${TYPES}`);
