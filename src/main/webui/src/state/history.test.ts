import { describe, expect, test } from 'vitest';
import type { HistoryEntry, HistoryPage, HistoryQuery, LicenseAnswer } from '../api/types.js';
import { EVERYTHING, all, isAgainst, matching, mayHaveMore, merged, queryOf, rowsOf } from './history.js';

const entry = (id: number, more: Partial<HistoryEntry> = {}) => ({ id, ...more }) as HistoryEntry;
const page = (ids: number[], next: number | null = null): HistoryPage => ({
  entries: ids.map((id) => entry(id, { outcome: 'failed' })),
  next,
});

const answer = (state: string | null, trail: number | undefined, underWay: object | null = null) =>
  ({ underWay, installation: { trail, pendingReleases: state ? [{ state }] : [] } }) as unknown as LicenseAnswer;

describe('queryOf', () => {
  test('everything', () => {
    expect(queryOf(EVERYTHING)).toEqual({});
  });

  test('days of the reader’s, the last one whole', () => {
    const query = queryOf({ action: 'activate', outcome: 'refused', from: '2026-11-01', to: '2026-11-30' });

    expect(query).toEqual({
      actions: ['activate'],
      outcome: 'refused',
      since: new Date(2026, 10, 1).toISOString(),
      until: new Date(2026, 11, 1).toISOString(),
    });
  });

  test.each(['soon', '2026-13-x'])('what is no day (%s) restricts nothing', (from) => {
    expect(queryOf({ ...EVERYTHING, from })).toEqual({});
  });
});

describe('matching', () => {
  const read = {
    entries: [
      entry(3, { action: 'revalidate', outcome: 'refused', at: '2026-11-30T00:00:00Z' }),
      entry(2, { action: 'activate', outcome: 'refused', at: '2026-11-29T23:59:59Z' }),
      entry(1, { action: 'activate', outcome: 'succeeded', at: '2026-11-01T00:00:00Z' }),
    ],
    next: 1,
  };

  test.each<[string, HistoryQuery, number[]]>([
    ['everything', {}, [3, 2, 1]],
    ['of an action', { actions: ['activate'] }, [2, 1]],
    ['with an outcome', { outcome: 'refused' }, [3, 2]],
    ['from a time on', { since: '2026-11-29T23:59:59Z' }, [3, 2]],
    ['before a time', { until: '2026-11-30T00:00:00Z' }, [2, 1]],
  ])('%s', (_, query, ids) => {
    const found = matching(read, query);

    expect(found.entries.map(({ id }) => id)).toEqual(ids);
    expect(found.next).toBe(1);
  });
});

describe('mayHaveMore', () => {
  test.each([
    ['at first', undefined, answer(null, 7), true],
    ['with each read, since another replica may know of more', 7, answer(null, 7), true],
    ['not while something is under way', 7, answer(null, 8, {}), false],
    ['not with each read while a seat is being released', 7, answer('queued', 7), false],
    ['a new one while a seat is being released', 7, answer('queued', 8), true],
    ['while a seat is blocked', 7, answer('blocked', 7), true],
    ['of an older service', undefined, answer('queued', undefined), true],
  ])('%s', (_, read, now, more) => {
    expect(mayHaveMore(read, now)).toBe(more);
  });
});

describe('merged', () => {
  test.each([
    ['the first', page([]), page([3, 2], 2), page([3, 2], 2)],
    ['newer ones and what was shown already', page([3, 2, 1]), page([5, 4, 3], 3), page([5, 4, 3, 2, 1])],
    ['more than were read', page([10, 9, 8], 8), page([25, 24, 23], 23), page([25, 24, 23], 23)],
    ['just as many as were read', page([3, 2, 1]), page([6, 5, 4], 4), page([6, 5, 4], 4)],
    ['no older ones any more', page([3, 2, 1]), page([4, 3]), page([4, 3])],
    ['none any more', page([3, 2]), page([]), page([])],
  ])('%s', (_, known, read, found) => {
    expect(merged(known, read)).toEqual(found);
  });
});

describe('all', () => {
  const pages: Record<string, HistoryPage> = { newest: page([9, 8], 8), 8: page([7, 6], 6), 6: page([5]) };
  const asked: HistoryQuery[] = [];
  const read = async (query: HistoryQuery) => {
    asked.push(query);
    return pages[query.before ?? 'newest']!;
  };

  test('reads page by page, with the same query', async () => {
    const entries = await all(read, { outcome: 'failed' }, 100);

    expect(entries.map(({ id }) => id)).toEqual([9, 8, 7, 6, 5]);
    expect(asked).toEqual([
      { outcome: 'failed', limit: 200 },
      { outcome: 'failed', limit: 200, before: 8 },
      { outcome: 'failed', limit: 200, before: 6 },
    ]);
  });

  test('leaves out what an older service gives as well', async () => {
    expect(await all(read, { actions: ['activate'] }, 100)).toEqual([]);
  });

  test('reads no more than wanted', async () => {
    expect((await all(read, {}, 3)).map(({ id }) => id)).toEqual([9, 8, 7]);
  });
});

test.each([
  [{ action: 'revalidate', values: { verdict: 'suspended' } }, true],
  [{ action: 'revalidate', values: { verdict: 'good' } }, false],
  [{ action: 'revalidate' }, false],
  [{ action: 'activate', values: { verdict: 'suspended' } }, false],
])('%o speaks against the license: %s', (of, against) => {
  expect(isAgainst(entry(1, of))).toBe(against);
});

test('a row has what the service says, in its words', () => {
  const of = entry(7, {
    at: '2026-11-28T02:00:00Z',
    actor: null,
    action: 'standing',
    outcome: 'succeeded',
    detail: 'So.',
  });

  expect(rowsOf([of])[1]).toEqual(['7', '2026-11-28T02:00:00Z', '', 'standing', 'succeeded', '', '', '', '', 'So.']);
});
