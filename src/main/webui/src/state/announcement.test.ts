import { expect, test } from 'vitest';
import type { LicenseAnswer } from '../api/types.js';
import { Announcement } from './announcement.js';

const NOW = Date.parse('2026-11-28T12:00:00Z');

function answer(standing: LicenseAnswer['standing']): LicenseAnswer {
  return {
    licensed: standing === 'licensed',
    standing,
    reason: null,
    until: null,
    license: null,
    limits: { maxDisplays: 0, maxAgiles: 0, aiCreditsPerMonth: 0 },
    entitlements: [],
    forecast: [],
    revalidation: null,
    installation: {
      id: 'b1946ac9-2492-4d23-84c6-235b4d261118',
      fingerprint: 'f',
      trust: 'built-in',
      clockChallenge: null,
      fileRequest: '',
      agents: [],
      pendingReleases: [],
    },
    underWay: null,
    problems: [],
    revision: 1,
  };
}

test('a host is told once, and again when something else is to be told', () => {
  const announcement = new Announcement();

  expect(announcement.next(answer('unlicensed'), null, NOW)).toMatchObject({ standing: 'unlicensed', days: null });
  expect(announcement.next(answer('unlicensed'), null, NOW)).toBeNull();
  expect(announcement.next(answer('licensed'), null, NOW)).toMatchObject({ standing: 'licensed' });
});

test('of another service a host is told the same once more', () => {
  const announcement = new Announcement();
  announcement.next(answer('licensed'), null, NOW);

  announcement.forget();

  expect(announcement.next(answer('licensed'), null, NOW)).not.toBeNull();
});
