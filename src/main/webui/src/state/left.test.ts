import { expect, test } from 'vitest';
import type { HistoryEntry } from '../api/types.js';
import { leftBy } from './left.js';

const AT = '2026-11-23T10:00:00Z';

function entry(action: string, values?: Record<string, unknown>): HistoryEntry {
  return {
    id: 7,
    at: AT,
    actor: 'ada',
    action,
    outcome: 'succeeded',
    code: null,
    detail: 'The license was removed from here.',
    licenseKey: '33362C…1-V3',
    standing: 'unlicensed',
    request: null,
    values,
  } as HistoryEntry;
}

test('an offline deactivation leaves its seat to the vendor', () => {
  expect(leftBy(entry('deactivate', { mode: 'offline', release: 'not-possible', seat: 'machine-1' }))).toEqual({
    key: '33362C…1-V3',
    seat: 'machine-1',
    at: AT,
  });
});

test('a seat that nobody knows the name of is left all the same', () => {
  expect(leftBy(entry('deactivate', { release: 'not-possible' }))?.seat).toBeNull();
});

test.each([
  ['a deactivation whose seat is released from here', entry('deactivate', { mode: 'online', seat: 'machine-1' })],
  ['an activation', entry('activate', { method: 'offline' })],
  ['an entry of an older service', entry('deactivate')],
])('%s leaves nothing', (_, one) => {
  expect(leftBy(one)).toBeNull();
});
