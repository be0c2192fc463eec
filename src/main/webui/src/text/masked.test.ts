import { expect, test } from 'vitest';
import { masked } from './masked.js';

test.each([
  ['33362C-D254BA-8A6D2F-7C0A31-09E5D0-V3', '33362C…0-V3'],
  ['12345678901234567890ab', '123456…90ab'],
  ['12345678901234567890a', '…890a'],
  ['1234567890123456', '…3456'],
  ['DEMO-ENTERPRISE', '…'],
  ['', '…'],
  ['🔑'.repeat(22), '🔑🔑🔑🔑🔑🔑…🔑🔑🔑🔑'],
])('%s is shown as %s', (key, shown) => {
  expect(masked(key)).toBe(shown);
});
