import { describe, expect, test } from 'vitest';
import type { LicenseAnswer, LicenseDetails } from '../api/types.js';
import { DAY, changeOf, daysUntil, noticeBefore, stepOf, warningsOf, type LeftToDo } from './warnings.js';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const inDays = (days: number) => new Date(NOW + days * DAY).toISOString();

const details: LicenseDetails = {
  key: 'DEMO-ENTERPRISE',
  name: 'Enterprise',
  status: 'active',
  validationMode: 'online',
  createdAt: inDays(-300),
  expiresAt: null,
  lastValidatedAt: inDays(0),
  certificateIssuedAt: inDays(0),
  certificateExpiresAt: inDays(14),
};

const installation: LicenseAnswer['installation'] = {
  id: 'b1946ac9-2492-4d23-84c6-235b4d261118',
  fingerprint: 'f',
  trust: 'built-in',
  clockChallenge: null,
  fileRequest: '',
  agents: [],
  pendingReleases: [],
};

function answer(license: Partial<LicenseDetails>, more: Partial<LicenseAnswer> = {}): LicenseAnswer {
  return {
    licensed: true,
    standing: 'licensed',
    reason: null,
    until: null,
    license: { ...details, ...license },
    limits: { maxDisplays: 1, maxAgiles: 1, aiCreditsPerMonth: 1 },
    entitlements: [],
    forecast: [],
    revalidation: null,
    installation,
    underWay: null,
    problems: [],
    revision: 1,
    ...more,
  };
}

const told = (of: LicenseAnswer, left: LeftToDo | null = null) =>
  warningsOf(of, left, NOW).map(({ code, step, days, act }) => [code, step, days, act?.kind ?? null]);

const change = (of: LicenseAnswer) => changeOf(of, warningsOf(of, null, NOW));

const note = (code: string) => ({ problems: [{ code, detail: '', values: {} }] });
const restricted = (reason: string) => ({ licensed: false, standing: 'restricted' as const, reason });

describe('noticeBefore', () => {
  test.each([
    ['of a year: 60 days', -365, 0, 60],
    ['of a trial of 30 days: a quarter', -30, 0, 7.5],
    ['of 240 days: both are the same', -240, 0, 60],
    ['of what begins after its end: 60 days', 1, 0, 60],
  ])('%s', (_, start, end, days) => {
    expect(noticeBefore(inDays(start), inDays(end))).toBe(days * DAY);
  });

  test.each([null, undefined, 'never'])('without a beginning (%s): 60 days', (start) => {
    expect(noticeBefore(start, inDays(0))).toBe(60 * DAY);
  });
});

describe('stepOf', () => {
  test.each([
    [60.01, null],
    [60, 'info'],
    [14.01, 'info'],
    [14, 'warn'],
    [3.01, 'warn'],
    [3, 'urgent'],
    [1 / 24, 'urgent'],
    [0, 'over'],
    [-1, 'over'],
  ])('%d days before the end: %s', (days, step) => {
    expect(stepOf(inDays(days), 60 * DAY, NOW)).toBe(step);
  });

  test('what is told for less than 14 days begins as a warning', () => {
    expect(stepOf(inDays(7.4), 7.5 * DAY, NOW)).toBe('warn');
    expect(stepOf(inDays(7.6), 7.5 * DAY, NOW)).toBeNull();
  });

  test('what is no time is not told', () => {
    expect(stepOf('soon', 60 * DAY, NOW)).toBeNull();
  });
});

describe('daysUntil', () => {
  test.each([
    [12.99, 12],
    [0.5, 0],
    [-2, 0],
  ])('%d days: %d', (days, whole) => {
    expect(daysUntil(inDays(days), NOW)).toBe(whole);
  });

  test('are days of 24 hours, also when the clocks are put back', () => {
    expect(daysUntil('2026-10-26T00:00:00+01:00', Date.parse('2026-10-25T00:00:00+02:00'))).toBe(1);
  });
});

describe('warningsOf', () => {
  test('nothing for a license that never ends', () => {
    expect(told(answer({}))).toEqual([]);
  });

  test.each([
    ['online', 'revalidate'],
    ['offline', 'activate'],
  ] as const)('the end of an %s license leads to %s', (validationMode, act) => {
    const expiring = answer({ validationMode, expiresAt: inDays(40.5), certificateExpiresAt: inDays(40.5) });

    expect(told(expiring)).toEqual([['license-ends', 'info', 40, act]]);
  });

  test('nothing before a quarter of the span is left', () => {
    expect(told(answer({ createdAt: inDays(-20), expiresAt: inDays(10) }))).toEqual([]);
  });

  test('an offline certificate that ends before the license does', () => {
    const offline = answer({
      validationMode: 'offline',
      certificateIssuedAt: inDays(-88),
      certificateExpiresAt: inDays(2.5),
    });

    expect(told(offline)).toEqual([['file-ends', 'urgent', 2, 'activate']]);
  });

  test('an online certificate only where the licensing server refuses to renew it', () => {
    expect(told(answer({ certificateExpiresAt: inDays(5) }))).toEqual([]);
    expect(told(answer({ certificateExpiresAt: inDays(5) }, note('certificate-not-renewed')))).toEqual([
      ['certificate-ends', 'warn', 5, 'revalidate'],
    ]);
  });

  /** It is forecast for each license that is validated online, for the day after tomorrow. */
  test('nothing of the silence of the licensing server before it is one', () => {
    const forecast = [
      { at: inDays(2), standing: 'grace' as const, reason: 'server-unreachable', if: 'server stays unreachable' },
      { at: inDays(14), standing: 'restricted' as const, reason: 'certificate-ended', if: 'server stays unreachable' },
    ];

    expect(told(answer({}, { until: inDays(2), forecast }))).toEqual([]);
  });

  test.each([
    [20, 'warn'],
    [2, 'urgent'],
  ])('a grace with %d days left: %s', (days, step) => {
    const forecast = [{ at: inDays(days), standing: 'restricted' as const, reason: 'certificate-ended', if: '' }];

    expect(told(answer({}, { standing: 'grace', reason: 'server-unreachable', forecast }))).toEqual([
      ['grace', step, days, 'revalidate'],
    ]);
  });

  test('an expired license in its grace: its end once', () => {
    const forecast = [{ at: inDays(4), standing: 'restricted' as const, reason: 'license-expired', if: '' }];
    const expired = answer(
      { status: 'expired', expiresAt: inDays(-3) },
      { standing: 'grace', reason: 'license-expired', forecast },
    );

    expect(told(expired)).toEqual([['grace', 'warn', 4, 'revalidate']]);
  });

  test.each([
    ['license-suspended', 'online', { kind: 'revalidate' }],
    ['license-suspended', 'offline', { kind: 'activate', method: 'offline' }],
    ['license-unknown', 'online', { kind: 'activate', method: 'online' }],
    ['seat-removed', 'online', { kind: 'activate-again' }],
    ['certificate-unverifiable', 'online', { kind: 'activate-again' }],
    ['certificate-unverifiable', 'offline', { kind: 'activate', method: 'offline' }],
    ['offline-not-entitled', 'offline', { kind: 'activate', method: 'online' }],
    ['certificate-ended', 'offline', { kind: 'activate', method: 'offline' }],
  ] as const)('%s of an %s license: over, with what may help', (reason, validationMode, act) => {
    const [worst] = warningsOf(answer({ validationMode, expiresAt: inDays(9) }, restricted(reason)), null, NOW);

    expect(worst).toMatchObject({ code: 'restricted', step: 'over', days: null, act });
  });

  test.each([
    ['state-rolled-back', 'state-rolled-back', 'confirm-rollback'],
    ['host-clock-behind', 'clock', 'revalidate'],
    ['database-clock-differs', 'clock', 'revalidate'],
    ['seat-shared', 'seat-shared', null],
  ])('the note %s: the warning %s', (code, warning, act) => {
    expect(told(answer({}, note(code)))).toEqual([[warning, 'warn', null, act]]);
  });

  test('a clock in doubt that has no note', () => {
    const inDoubt = answer({}, { installation: { ...installation, clockChallenge: 'abc' } });

    expect(told(inDoubt)).toEqual([['clock-challenge', 'warn', null, 'activate']]);
    expect(told({ ...inDoubt, ...note('host-clock-behind') })).toEqual([['clock', 'warn', null, 'revalidate']]);
  });

  test('a clock in doubt of an offline license: no question to the licensing server helps', () => {
    expect(told(answer({ validationMode: 'offline' }, note('host-clock-behind')))).toEqual([
      ['clock', 'warn', null, null],
    ]);
  });

  test('what the service notes of one thing is one warning, and what is no warning is in none', () => {
    const codes = ['host-clock-behind', 'limit-missing', 'seat-shared', 'database-clock-differs'];
    const problems = codes.map((code) => ({ code, detail: '', values: {} }));

    const found = warningsOf(answer({}, { problems }), null, NOW);

    expect(found.map(({ code, notes }) => [code, ...notes.map((one) => one.code)])).toEqual([
      ['clock', 'host-clock-behind', 'database-clock-differs'],
      ['seat-shared', 'seat-shared'],
    ]);
  });

  test('a certificate that is not renewed has its note, so that the note is told once', () => {
    const [refused] = warningsOf(
      answer({ certificateExpiresAt: inDays(5) }, note('certificate-not-renewed')),
      null,
      NOW,
    );

    expect(refused?.notes.map(({ code }) => code)).toEqual(['certificate-not-renewed']);
  });

  test.each([
    ['blocked', 0, [['release-blocked', 'warn', null, 'releases']]],
    ['queued', 0.9, []],
    ['queued', 1.1, [['release-queued', 'info', null, 'releases']]],
    ['unknown', 9, []],
  ])('a %s release since %d days', (state, days, expected) => {
    const release = { machineId: 'm', licenseKey: '…', since: inDays(-days), attempts: 1, state, lastError: null };

    expect(told(answer({}, { installation: { ...installation, pendingReleases: [release] } }))).toEqual(expected);
  });

  test('a seat that was left behind, until a license is held', () => {
    const left = { key: '…', seat: 'm', at: inDays(-1) };
    const unlicensed = { ...answer({}), license: null, licensed: false, standing: 'unlicensed' as const };

    expect(told(unlicensed, left)).toEqual([['seat-left', 'info', null, null]]);
    expect(told(answer({}), left)).toEqual([]);
  });

  test('the worst comes first, and of those that press alike the one with least time', () => {
    const many = answer(
      {
        validationMode: 'offline',
        expiresAt: inDays(10),
        certificateIssuedAt: inDays(-60),
        certificateExpiresAt: inDays(5),
      },
      note('seat-shared'),
    );

    expect(told(many).map(([code]) => code)).toEqual(['file-ends', 'license-ends', 'seat-shared']);
    const early = answer({ expiresAt: inDays(40) }, note('seat-shared'));
    expect(told(early).map(([code]) => code)).toEqual(['seat-shared', 'license-ends']);
    expect(told({ ...many, ...restricted('license-suspended') })[0]?.[0]).toBe('restricted');
  });
});

describe('changeOf', () => {
  test('all is well', () => {
    expect(change(answer({}, { until: inDays(2) }))).toEqual({
      standing: 'licensed',
      until: inDays(2),
      reason: null,
      days: null,
    });
  });

  test('a license that ends', () => {
    expect(change(answer({ expiresAt: inDays(12.5) }, { until: inDays(2) }))).toEqual({
      standing: 'licensed',
      until: inDays(12.5),
      reason: 'license-ends',
      days: 12,
    });
  });

  test('what has come about is told by the reason of the standing', () => {
    expect(change(answer({}, restricted('license-banned')))).toMatchObject({ reason: 'license-banned', days: null });
  });
});
