import type { NoAnswer, Refused } from '../api/errors.js';
import type { Action, Asked, HistoryEntry, LicenseAnswer, UnderWay } from '../api/types.js';

/**
 * What is known of an operation whose answer did not come. `asking`: nothing, since the service was not asked yet.
 * `unknown`: nothing, since it could not be asked. `running`: nothing is recorded yet, and what is under way may be it.
 * `open`: nothing is recorded yet. `untraced`: nothing is, and it is too late for anything to come.
 */
export type Fate = 'asking' | 'unknown' | 'open' | 'running' | 'succeeded' | 'refused' | 'failed' | 'untraced';

/** An operation whose answer did not come, and what has been found out about it. */
export interface Doubt {
  operation: Asked;
  /** What came in place of the answer; null when the page was loaded again meanwhile. */
  cause: NoAnswer | Refused | null;
  fate: Fate;
  /** The entry of the history about it. */
  entry: HistoryEntry | null;
  /** What is under way and may be it, or another admin's: nobody says of which request it is. */
  underWay: UnderWay | null;
}

/** Nothing has been found out yet. */
export function begun(operation: Asked, cause: Doubt['cause']): Doubt {
  return { operation, cause, fate: 'asking', entry: null, underWay: null };
}

/**
 * An answer is waited for 30 seconds, and the service takes 20 seconds at most. An operation that is not recorded after
 * this long has not begun.
 */
const LATEST = 60_000;

const holds: Record<Action, string | null> = {
  activate: 'activate',
  deactivate: 'deactivate',
  retry: 'release',
  dismiss: 'release',
  confirm: null,
  revalidate: null,
};

const entries: Record<Action, string[]> = {
  activate: ['activate', 'replace'],
  deactivate: ['deactivate'],
  retry: ['release'],
  dismiss: ['dismiss-release'],
  confirm: ['confirm-rollback'],
  revalidate: ['revalidate'],
};

export function isSettled({ fate }: Doubt): boolean {
  return fate === 'succeeded' || fate === 'refused' || fate === 'failed' || fate === 'untraced';
}

/** Whether nothing more may come to be known, so that the reader may stop waiting for it. */
export function isClosable(doubt: Doubt): boolean {
  return isSettled(doubt) || doubt.fate === 'unknown';
}

/**
 * What has become of an operation.
 *
 * @param recorded what the history says about it, newest first; null when that could not be read
 */
export function judged(known: Doubt, recorded: HistoryEntry[] | null, answer: LicenseAnswer, now: number): Doubt {
  const { action, since } = known.operation;
  const doubt = { ...known, underWay: mayBe(known, answer.underWay) ? answer.underWay : null };
  const ofIt = recorded?.filter((one) => entries[action].includes(one.action)) ?? [];
  // A database that answers late may have stored what the service then recorded as failed as well.
  const entry = ofIt.find((one) => one.outcome === 'succeeded') ?? ofIt[0];
  if (entry) {
    return { ...doubt, fate: fateOf(entry), entry, underWay: null };
  }
  if (!recorded) {
    return { ...doubt, fate: 'unknown' };
  }
  if (doubt.underWay) {
    return { ...doubt, fate: 'running' };
  }
  return { ...doubt, fate: now - since < LATEST && mayHaveArrived(doubt) ? 'open' : 'untraced' };
}

/** A later version of the service may record an outcome that this page has no word for. */
function fateOf({ outcome }: HistoryEntry): Fate {
  return outcome === 'succeeded' || outcome === 'refused' || outcome === 'failed' ? outcome : 'unknown';
}

/** Whether what is under way may be this operation; what the service does by itself is nobody's. */
function mayBe(doubt: Doubt, underWay: UnderWay | null): boolean {
  return underWay?.action === holds[doubt.operation.action] && underWay.by !== null && mayHaveArrived(doubt);
}

/** Whether the request can have reached the service: a proxy that refuses one keeps it. */
function mayHaveArrived({ cause }: Doubt): boolean {
  return !(cause && 'lack' in cause && ['forbidden', 'too-large', 'too-many'].includes(cause.lack));
}
