import { expect, test } from 'vitest';
import type { HistoryEntry } from '../api/types.js';
import { licensesHeld } from './held.js';

/** The entries of a history, written oldest first as `action key`, one a day. */
function history(...written: string[]): HistoryEntry[] {
  return written
    .map((entry, i) => {
      const [action, licenseKey = null, outcome = 'succeeded'] = entry.split(' ');
      return { id: i, at: `day ${i + 1}`, action, licenseKey, outcome } as HistoryEntry;
    })
    .toReversed();
}

test.each([
  ['nothing', [], []],
  ['one that is held', ['activate a'], ['a from day 1 to null']],
  ['one activated again', ['activate a', 'activate a'], ['a from day 1 to null']],
  ['one given up', ['activate a', 'deactivate a'], ['a from day 1 to day 2']],
  ['one taken back', ['activate a', 'deactivate a', 'activate a'], ['a from day 3 to null', 'a from day 1 to day 2']],
  ['one after the other', ['activate a', 'replace b'], ['b from day 2 to null', 'a from day 1 to day 2']],
  ['a copy detached', ['activate a', 'detach a', 'activate b'], ['b from day 3 to null', 'a from day 1 to day 2']],
  ['what failed', ['activate a', 'replace b refused', 'deactivate a failed'], ['a from day 1 to null']],
  ['what changes nothing', ['activate a', 'revalidate a', 'standing', 'release a'], ['a from day 1 to null']],
  ['what began before', ['deactivate a', 'activate b'], ['b from day 2 to null', 'a from null to day 1']],
  ['what was replaced and began before', ['replace b'], ['b from day 1 to null', 'null from null to day 1']],
])('licenses held: %s', (_, entries, lines) => {
  expect(licensesHeld(history(...entries)).map(({ key, from, to }) => `${key} from ${from} to ${to}`)).toEqual(lines);
});
