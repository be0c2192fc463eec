import { afterEach, describe, expect, test } from 'vitest';
import type { LicenseAnswer, LicenseDetails } from '../api/types.js';
import { de } from '../text/de.js';
import { en } from '../text/en.js';
import { speak } from '../text/text.js';
import { mailAbout } from './mail.js';

const KEY = 'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3';

afterEach(() => speak(en));

function answer(reason: string | null, license: Partial<LicenseDetails> | null): LicenseAnswer {
  return {
    standing: reason ? 'restricted' : 'licensed',
    reason,
    now: '2026-11-28T02:00:00Z',
    installation: { fingerprint: '0123456789abcdef' },
    license: license && { key: KEY, name: 'Enterprise', status: 'active', expiresAt: null, ...license },
  } as unknown as LicenseAnswer;
}

describe('a mail', () => {
  test('names the installation and what holds, and never the key', () => {
    const { subject, body } = mailAbout(answer(null, { expiresAt: '2027-01-01T00:00:00Z' }));

    expect(subject).toBe('Inspire license of the installation 01234567');
    expect(body).toContain('Fingerprint: 0123456789abcdef\nStanding: This installation is licensed\n');
    expect(body).toContain('License Key: C1B6DE…3-V3\nExpires: 2027-01-01T00:00:00Z\n');
    expect(body).not.toContain(KEY);
  });

  test.each([
    ['suspended', '2026-11-28T02:00:00Z', 'Expired'],
    ['suspended', '2026-11-28T02:00:01Z', 'Expires'],
    ['expired', '2026-11-28T02:00:01Z', 'Expired'],
  ] as const)('of a license that is %s and ends at %s says %s', (status, expiresAt, word) => {
    expect(mailAbout(answer('license-suspended', { status, expiresAt })).body).toContain(`${word}: ${expiresAt}`);
  });

  test('without a license names none', () => {
    expect(mailAbout(answer(null, null)).body).toBe(
      '\n\nFingerprint: 0123456789abcdef\nStanding: This installation is licensed\n',
    );
  });

  test('in German says the standing and its reason in German, with the code for a reader of another language', () => {
    speak(de);

    expect(mailAbout(answer('license-suspended', {})).body).toContain(
      'Stand: Funktionen sind eingeschränkt: Die Lizenz ist ausgesetzt (license-suspended)\n',
    );
    expect(mailAbout(answer('of-tomorrow', {})).body).toContain('Stand: Funktionen sind eingeschränkt (of-tomorrow)\n');
  });
});
