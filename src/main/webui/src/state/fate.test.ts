import { describe, expect, test } from 'vitest';
import { NoAnswer } from '../api/errors.js';
import type { Asked, HistoryEntry, LicenseAnswer, UnderWay } from '../api/types.js';
import { begun, isClosable, isSettled, judged, type Fate } from './fate.js';

const MINUTE = 60_000;
const SENT = Date.parse('2026-11-23T10:00:00Z');
const ACTIVATION: Asked = { action: 'activate', request: 'r-1', since: SENT };

const doubt = begun(ACTIVATION, new NoAnswer('timeout'));
const idle = { underWay: null } as LicenseAnswer;

function entry(action: string, outcome: string): HistoryEntry {
  return { action, outcome, detail: `${action} ${outcome}` } as HistoryEntry;
}

function during(action: string, by: string | null): LicenseAnswer {
  return { underWay: { action, by, since: '2026-11-23T10:00:00Z' } as UnderWay } as LicenseAnswer;
}

function fate(recorded: HistoryEntry[] | null, answer = idle, later = 0): Fate {
  return judged(doubt, recorded, answer, SENT + later).fate;
}

describe('an operation without an answer', () => {
  test.each(['succeeded', 'refused', 'failed'] as const)('has %s where the history says so', (outcome) => {
    expect(fate([entry('activate', outcome)])).toBe(outcome);
  });

  test('has succeeded where it is recorded as failed as well', () => {
    expect(fate([entry('activate', 'failed'), entry('activate', 'succeeded')])).toBe('succeeded');
  });

  test('may be recorded as a replacement', () => {
    expect(fate([entry('replace', 'succeeded')])).toBe('succeeded');
  });

  test('has nothing to do with what else is recorded', () => {
    expect(fate([entry('deactivate', 'succeeded')])).toBe('open');
  });

  test('is unknown where the history can’t be read, or has an outcome of a later version', () => {
    expect(fate(null)).toBe('unknown');
    expect(fate([entry('activate', 'postponed')])).toBe('unknown');
  });

  test('may be what somebody does now, but not what the service does by itself', () => {
    expect(fate([], during('activate', 'ada'))).toBe('running');
    expect(fate([], during('activate', null))).toBe('open');
    expect(fate([], during('deactivate', 'ada'))).toBe('open');
  });

  test('is open for a minute, and then has left no trace', () => {
    expect(fate([], idle, MINUTE - 1)).toBe('open');
    expect(fate([], idle, MINUTE)).toBe('untraced');
  });

  test('has left no trace at once where a proxy kept it', () => {
    const kept = begun(ACTIVATION, new NoAnswer('forbidden'));

    expect(judged(kept, [], during('activate', 'ada'), SENT).fate).toBe('untraced');
  });
});

test('a fate is settled once nothing else can come, and the reader may close what can’t be known', () => {
  const settled = (
    ['asking', 'unknown', 'open', 'running', 'succeeded', 'refused', 'failed', 'untraced'] as const
  ).filter((one) => isSettled({ ...doubt, fate: one }));

  expect(settled).toEqual(['succeeded', 'refused', 'failed', 'untraced']);
  expect(isClosable({ ...doubt, fate: 'unknown' })).toBe(true);
  expect(isClosable({ ...doubt, fate: 'asking' })).toBe(false);
});
