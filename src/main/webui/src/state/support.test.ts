import { describe, expect, test } from 'vitest';
import { NoAnswer, Refused } from '../api/errors.js';
import type { HistoryEntry, LicenseAnswer, PageSettings, Problem } from '../api/types.js';
import { masked } from '../text/masked.js';
import { supportText, withheld } from './support.js';

const settings: PageSettings = {
  oidc: null,
  sandbox: false,
  licensingServer: 'https://api.example.com',
  contact: { support: 'help@example.com', sales: 'sales@example.com' },
};

function answer(key: string): LicenseAnswer {
  return {
    licensed: false,
    standing: 'restricted',
    reason: 'license-suspended',
    until: null,
    license: {
      key,
      name: 'Enterprise',
      status: 'suspended',
      validationMode: 'online',
      createdAt: '2026-01-01T00:00:00Z',
      expiresAt: null,
      lastValidatedAt: '2026-11-28T01:02:03Z',
      certificateExpiresAt: '2026-12-12T01:02:03Z',
    },
    limits: { maxDisplays: 1, maxAgiles: 1, aiCreditsPerMonth: 1 },
    entitlements: [],
    forecast: [],
    revalidation: { lastAttemptAt: '2026-11-28T02:00:00Z', outcome: 'suspended', nextAttemptAt: null },
    installation: {
      id: 'b1946ac9-2492-4d23-84c6-235b4d261118',
      fingerprint: 'the-fingerprint',
      trust: 'built-in',
      clockChallenge: null,
      fileRequest: '',
      agents: ['/opt/tracing.jar'],
      version: '1.2.3',
      pendingReleases: [
        {
          machineId: 'machine-1',
          licenseKey: masked(key),
          since: '2026-11-20T00:00:00Z',
          attempts: 3,
          state: 'blocked',
          lastError: 'It is suspended.',
        },
      ],
    },
    underWay: null,
    problems: [{ code: 'limit-missing', detail: 'A limit is missing.', values: { field: 'maxDisplays' } }],
    revision: 12,
  };
}

const recent = [
  {
    id: 41,
    at: '2026-11-28T02:00:00Z',
    actor: 'ada',
    action: 'revalidate',
    outcome: 'succeeded',
    code: null,
    request: 'r-1',
  } as HistoryEntry,
];

const written = (key: string) =>
  supportText(withheld(answer(key)), {
    settings,
    recent,
    versions: { Page: '1.2.4', Browser: 'Chromium 140' },
    trouble: null,
    at: '2026-11-28T03:00:00Z',
  });

describe('details for support', () => {
  test.each([
    'Service: 1.2.3',
    'Page: 1.2.4',
    'Browser: Chromium 140',
    'Fingerprint: the-fingerprint',
    'Standing: restricted (license-suspended)',
    'License key: 33362C…0-V3',
    'Expires: never',
    'Last re-validation: 2026-11-28T02:00:00Z (suspended)',
    '- limit-missing {"field":"maxDisplays"}',
    '- machine-1 of 33362C…0-V3: blocked since 2026-11-20T00:00:00Z, 3 attempts, It is suspended.',
    '- 41 2026-11-28T02:00:00Z revalidate succeeded request r-1',
  ])('has the line %s', (line) => {
    expect(written('33362C-D254BA-8A6D2F-7C0A31-09E5D0-V3').split('\n')).toContain(line);
  });

  test('names nobody', () => {
    expect(written('33362C-D254BA-8A6D2F-7C0A31-09E5D0-V3')).not.toContain('ada');
  });

  test('never has a piece of a license key that the mask hides', () => {
    for (let i = 0; i < 200; i++) {
      const key = Array.from(crypto.getRandomValues(new Uint8Array(8 + (i % 40))), (byte) =>
        (byte % 36).toString(36),
      ).join('');
      const text = written(key);

      const pieces = Array.from({ length: Math.max(0, key.length - 7) }, (_, at) => key.slice(at, at + 8));
      expect(pieces.filter((piece) => text.includes(piece))).toEqual([]);
    }
  });

  test('says so where there is no license', () => {
    const text = supportText(withheld({ ...answer('k'), license: null }), {
      settings,
      recent: [],
      versions: {},
      trouble: null,
      at: 'now',
    });

    expect(text.split('\n')).toContain('License: none');
  });

  test.each([
    [{ kind: 'signed-out' } as const, 'Trouble: signed-out'],
    [
      { kind: 'away', cause: new NoAnswer('timeout', { waited: 15 }) } as const,
      'Trouble: no answer (timeout) {"waited":15}',
    ],
    [
      {
        kind: 'away',
        cause: new Refused({ code: 'internal-error', detail: '', instance: 'urn:uuid:1' } as Problem, null),
      } as const,
      'Trouble: internal-error urn:uuid:1',
    ],
  ])('says why nothing of the license can be read', (trouble, line) => {
    const text = supportText(null, { settings, recent: [], versions: { Page: '1.2.4' }, trouble, at: 'now' });

    expect(text.split('\n')).toEqual([
      'Written: now',
      'Page: 1.2.4',
      line,
      'Licensing server: https://api.example.com',
    ]);
  });
});
