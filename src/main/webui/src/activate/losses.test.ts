import { describe, expect, test } from 'vitest';
import type { PreviewAnswer } from '../api/types.js';
import { changesNothing, endsSooner, offersTheSame, replacesNothing, shrinks, takesAway } from './losses.js';

const HELD = { maxDisplays: 10, maxAgiles: 5, aiCreditsPerMonth: 100 };
const NOTHING = { maxDisplays: 0, maxAgiles: 0, aiCreditsPerMonth: 0 };
const SSO = { code: 'SSO', feature: 'Single sign-on' };
const LDAP = { code: 'LDAP', feature: 'Directory' };

const same: PreviewAnswer = {
  name: { before: 'Enterprise', after: 'Enterprise' },
  expiresAt: { before: '2027-01-01T00:00:00Z', after: '2027-01-01T00:00:00Z' },
  gained: [],
  lost: [],
  kept: [SSO],
  limits: { before: HELD, after: HELD },
  fileEndsAt: null,
  problems: [],
  digest: 'x',
};

test.each([
  [10, 9, true],
  [10, 10, false],
  [10, 11, false],
  [10, -1, false],
  [-1, 1_000_000, true],
  [-1, -1, false],
])('a limit of %i that becomes %i: shrinks %s', (before, after, expected) => {
  expect(shrinks({ before, after })).toBe(expected);
});

test.each([
  ['2027-01-01T00:00:00Z', '2026-12-31T23:59:59Z', true],
  ['2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z', false],
  // The same moment, written in another zone.
  ['2027-01-01T00:00:00Z', '2027-01-01T01:00:00+01:00', false],
  [null, '2099-01-01T00:00:00Z', true],
  ['2027-01-01T00:00:00Z', null, false],
])('an end of %s that becomes %s: sooner %s', (before, after, expected) => {
  expect(endsSooner({ ...same, expiresAt: { before, after } })).toBe(expected);
});

test('where nothing is held, nothing ends sooner', () => {
  const first = {
    ...same,
    name: { before: null, after: 'Enterprise' },
    expiresAt: { before: null, after: '2027-01-01T00:00:00Z' },
    kept: [],
    gained: [SSO],
    limits: { before: NOTHING, after: HELD },
  };

  expect(replacesNothing(first)).toBe(true);
  expect(endsSooner(first)).toBe(false);
});

describe('what has to be acknowledged', () => {
  test('is an entitlement that is lost', () => {
    expect(takesAway({ ...same, lost: [LDAP] })).toBe(true);
  });

  test('is a limit that shrinks', () => {
    expect(takesAway({ ...same, limits: { before: HELD, after: { ...HELD, maxAgiles: 4 } } })).toBe(true);
  });

  test('is nothing where all is kept or gained', () => {
    expect(takesAway({ ...same, gained: [LDAP] })).toBe(false);
  });
});

describe('a change that nobody would notice', () => {
  test('leaves everything as it is', () => {
    expect(changesNothing(same)).toBe(true);
  });

  test.each([
    ['name', { ...same, name: { before: 'Trial', after: 'Enterprise' } }],
    ['gain', { ...same, gained: [LDAP] }],
    ['loss', { ...same, lost: [LDAP] }],
    ['end', { ...same, expiresAt: { before: null, after: '2027-01-01T00:00:00Z' } }],
    ['limit', { ...same, limits: { before: HELD, after: { ...HELD, maxDisplays: 11 } } }],
  ] as [string, PreviewAnswer][])('has no %s', (_, preview) => {
    expect(changesNothing(preview)).toBe(false);
  });
});

test('two previews offer the same whatever was held before', () => {
  const gainedBoth = { ...same, gained: [SSO, LDAP], kept: [], digest: 'y' };
  const keptOne = { ...same, gained: [LDAP], kept: [SSO] };

  expect(offersTheSame(gainedBoth, keptOne)).toBe(true);
  expect(offersTheSame(gainedBoth, same)).toBe(false);
});
