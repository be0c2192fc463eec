import { expect, test } from 'vitest';
import { isExpired } from './expired.js';

const NOW = Date.parse('2026-11-28T02:00:00Z');

test.each([
  ['active', '2026-11-28T02:00:01Z', false],
  ['active', '2026-11-28T02:00:00Z', true],
  ['suspended', '2026-11-28T01:59:59Z', true],
  ['suspended', '2026-11-28T02:00:01Z', false],
  ['expired', '2026-11-28T02:00:01Z', true],
  ['active', null, false],
] as const)('a license that is %s and ends at %s: expired is %s', (status, expiresAt, expired) => {
  expect(isExpired({ status, expiresAt }, NOW)).toBe(expired);
});
