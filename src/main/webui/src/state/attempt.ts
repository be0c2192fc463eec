import type { HistoryEntry, Revalidation } from '../api/types.js';

/** A re-validation that was tried. */
export interface Attempt {
  at: string;
  /** The verdict of the licensing server, or the code of what came in its place. */
  outcome: string;
}

/**
 * The last re-validation. One that was refused before the licensing server was asked is in the history alone, and one by the
 * service itself is in what it tells of its re-validations.
 */
export function lastAttempt(revalidation: Revalidation | null, recent: readonly HistoryEntry[]): Attempt | null {
  const told = revalidation?.lastAttemptAt ? { at: revalidation.lastAttemptAt, outcome: revalidation.outcome } : null;
  const entry = recent.find(({ action }) => action === 'revalidate');
  const recorded = entry && { at: entry.at, outcome: outcomeOf(entry) };
  const last = [told, recorded]
    .filter((one): one is Attempt => Boolean(one?.outcome))
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return last[0] ?? null;
}

/** An entry of an older service tells no verdict: what it told of its re-validations does. */
function outcomeOf({ outcome, code, values }: HistoryEntry): string | null {
  if (outcome !== 'succeeded') {
    return code ?? outcome;
  }
  const verdict = values?.['verdict'];
  return typeof verdict === 'string' ? verdict : null;
}
