import type { HistoryEntry } from '../api/types.js';

/** A license that was held here. */
export interface Held {
  /** The masked key; null where no entry names it. */
  key: string | null;
  /** When it was activated first; null where that was before the first entry that was read. */
  from: string | null;
  /** When it was given up or replaced; null while it is held. */
  to: string | null;
}

/** What ends a license that is held. */
const ends = ['replace', 'deactivate', 'detach'];

/**
 * The licenses that were held here one after the other, newest first: as far as the entries reach. Activating the license that
 * is held once more begins no other one.
 *
 * @param entries of the history, newest first
 */
export function licensesHeld(entries: readonly HistoryEntry[]): Held[] {
  const found: Held[] = [];
  for (const { action, outcome, licenseKey, at } of entries.toReversed()) {
    const last = found.at(-1);
    const present = last?.to === null ? last : null;
    const begins = action === 'replace' || (action === 'activate' && present?.key !== licenseKey);
    if (outcome !== 'succeeded' || !(begins || ends.includes(action))) {
      continue;
    }
    if (present) {
      present.to = at;
    } else if (!last && ends.includes(action)) {
      found.push({ key: action === 'replace' ? null : licenseKey, from: null, to: at });
    }
    if (begins) {
      found.push({ key: licenseKey, from: at, to: null });
    }
  }
  return found.toReversed();
}
