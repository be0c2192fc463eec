import { text } from './text.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', 60_000],
];

const locale = document.documentElement.lang || undefined;
const number = new Intl.NumberFormat(locale);
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const exactFormat = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});

const clockFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });

/** A time of this day, with its seconds. */
export function clock(time: string | number): string {
  return clockFormat.format(new Date(time));
}

/** A day in the reader's zone: November 23, 2026. */
export function day(time: string): string {
  return dayFormat.format(new Date(time));
}

/** A day and time in the reader's zone, which is named. */
export function exact(time: string): string {
  return exactFormat.format(new Date(time));
}

/** How long ago or ahead: 5 minutes ago, in 3 days. */
export function ago(time: string, now: number): string {
  const distance = new Date(time).getTime() - now;
  const [unit, size] = units.find(([, size]) => Math.abs(distance) >= 0.99 * size) ?? ['minute', 60_000];
  const count = Math.round(distance / size);
  return count === 0 ? text.common.justNow : relative.format(count, unit);
}

/** A sentence of the service, whose times are in UTC, with its times in the reader's zone. */
export function localized(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, exact);
}

/** A limit, in which -1 is unlimited. */
export function limit(value: number): string {
  return value === -1 ? text.common.unlimited : number.format(value);
}

/** A secret with nothing but its last four characters to be seen, and of a short one not even those. */
export function masked(key: string): string {
  return '•'.repeat(12) + (key.length >= 16 ? key.slice(-4) : '');
}
