import { expect, test } from 'vitest';
import type { HistoryEntry, Revalidation } from '../api/types.js';
import { lastAttempt } from './attempt.js';

const told = (lastAttemptAt: string | null, outcome: string | null) =>
  ({ lastAttemptAt, outcome, nextAttemptAt: null }) as Revalidation;
const entry = (at: string, outcome: string, more: Partial<HistoryEntry> = {}) =>
  ({ action: 'revalidate', at, outcome, code: null, ...more }) as HistoryEntry;

const EARLY = '2026-11-28T01:00:00Z';
const LATE = '2026-11-28T02:00:00Z';

test.each([
  ['none', null, [], null],
  ['none yet', told(null, null), [], null],
  ['the service’s own', told(EARLY, 'good'), [], { at: EARLY, outcome: 'good' }],
  [
    'one that did not reach the licensing server',
    told(EARLY, 'good'),
    [entry(LATE, 'refused', { code: 'licensing-server-busy' })],
    { at: LATE, outcome: 'licensing-server-busy' },
  ],
  [
    'one with a verdict',
    told(EARLY, 'good'),
    [entry(LATE, 'succeeded', { values: { verdict: 'suspended' } })],
    { at: LATE, outcome: 'suspended' },
  ],
  ['one of an older service', told(EARLY, 'good'), [entry(LATE, 'succeeded')], { at: EARLY, outcome: 'good' }],
  ['an older entry', told(LATE, 'failed'), [entry(EARLY, 'refused')], { at: LATE, outcome: 'failed' }],
  ['other entries', null, [entry(LATE, 'refused', { action: 'activate' })], null],
])('the last attempt: %s', (_, revalidation, recent, last) => {
  expect(lastAttempt(revalidation, recent)).toEqual(last);
});
