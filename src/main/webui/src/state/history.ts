import type { HistoryEntry, HistoryPage, HistoryQuery, LicenseAnswer } from '../api/types.js';

/** What the reader wants to see of the history; empty texts are no restriction. */
export interface HistoryFilter {
  action: string;
  outcome: string;
  /** The first day, as `2026-11-28` in the reader's zone. */
  from: string;
  /** The last day, as `2026-11-28` in the reader's zone. */
  to: string;
}

export const EVERYTHING: HistoryFilter = { action: '', outcome: '', from: '', to: '' };

/** The most entries that the service gives at once. */
export const MOST = 200;

/** What the service is asked for. */
export function queryOf({ action, outcome, from, to }: HistoryFilter): HistoryQuery {
  const since = begin(from, 0);
  const until = begin(to, 1);
  return {
    ...(action && { actions: [action] }),
    ...(outcome && { outcome }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

/** The entries of a page that were asked for: an older service gives others, too. */
export function matching(page: HistoryPage, { actions, outcome, since, until }: HistoryQuery): HistoryPage {
  const entries = page.entries.filter((entry) => {
    const at = Date.parse(entry.at);
    return !(
      (actions?.length && !actions.includes(entry.action)) ||
      (outcome && outcome !== entry.outcome) ||
      (since && at < Date.parse(since)) ||
      (until && at >= Date.parse(until))
    );
  });
  return { ...page, entries };
}

/**
 * Whether there may be entries that were not read. While a seat is being released, the license is read every few seconds, and
 * the service tells the number of its newest entry.
 *
 * @param read that number when entries were read last
 */
export function mayHaveMore(read: number | undefined, { underWay, installation }: LicenseAnswer): boolean {
  const { trail, pendingReleases } = installation;
  const often = pendingReleases.some(({ state }) => state === 'queued');
  return !underWay && !(often && trail !== undefined && trail === read);
}

/**
 * What is known after the newest entries were read. Older ones that are known already follow them only where the newest of
 * those was read again: between others there may be entries that nobody has read.
 */
export function merged(known: HistoryPage, read: HistoryPage): HistoryPage {
  const newest = known.entries[0]?.id;
  const oldest = read.entries.at(-1)?.id ?? 0;
  const older = known.entries.filter(({ id }) => id < oldest);
  const meets = read.next !== null && read.entries.some(({ id }) => id === newest);
  return meets && older.length > 0 ? { entries: [...read.entries, ...older], next: known.next } : read;
}

/** Every entry that matches, newest first, page by page. */
export async function all(
  read: (query: HistoryQuery) => Promise<HistoryPage>,
  query: HistoryQuery,
  most: number,
): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let next: number | null | undefined;
  do {
    const page = matching(await read({ ...query, limit: MOST, ...(next && { before: next }) }), query);
    entries.push(...page.entries);
    next = page.next;
  } while (next !== null && entries.length < most);
  return entries.slice(0, most);
}

/** Whether a re-validation has found that the license does not count. */
export function isAgainst({ action, values }: HistoryEntry): boolean {
  return action === 'revalidate' && values?.['verdict'] !== undefined && values['verdict'] !== 'good';
}

/** The rows of a file for spreadsheets, with the words of the API. */
export function rowsOf(entries: readonly HistoryEntry[]): string[][] {
  return [
    ['number', 'time', 'who', 'action', 'outcome', 'code', 'license key', 'standing', 'request', 'detail'],
    ...entries.map((entry) =>
      [
        entry.id,
        entry.at,
        entry.actor,
        entry.action,
        entry.outcome,
        entry.code,
        entry.licenseKey,
        entry.standing,
        entry.request,
        entry.detail,
      ].map((value) => String(value ?? '')),
    ),
  ];
}

/** The begin of a day in the reader's zone, in UTC; null for what is no day. */
function begin(day: string, later: number): string | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const time = new Date(year, month - 1, date + later);
  return day === '' || Number.isNaN(time.getTime()) ? null : time.toISOString();
}
