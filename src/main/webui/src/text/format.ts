import { number, useNumbersOf } from './number.js';
import { text } from './text.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The mean of a month. */
const MONTH = 30.44 * DAY;

/** How dates and numbers are written. */
function formatsOf(locale: string | undefined) {
  return {
    relative: new Intl.RelativeTimeFormat(locale, { numeric: 'always' }),
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    exact: new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
    clock: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }),
  };
}

let formats = formatsOf(undefined);

/** Writes dates and numbers as it is done there. */
export function useLocale(locale: string | undefined): void {
  formats = formatsOf(locale);
  useNumbersOf(locale);
}

/** A time of this day, with its seconds. */
export function clock(time: string | number): string {
  return formats.clock.format(new Date(time));
}

/** A day in the reader's zone: November 23, 2026. The zone is named where the day is another one in UTC. */
export function day(time: string): string {
  const date = new Date(time);
  const named = formats.day.format(date);
  return date.getDate() === date.getUTCDate() ? named : `${named}, ${zone(date)}`;
}

function zone(date: Date): string {
  return formats.exact.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** A day and time in the reader's zone, which is named. What is no time stays as it is. */
export function exact(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : formats.exact.format(date);
}

/**
 * How long ago or ahead, in whole units: 5 minutes ago, in 3 days. Days up to 90, months from three of them on; what is not over yet
 * is not counted.
 */
export function ago(time: string, now: number): string {
  const milliseconds = new Date(time).getTime() - now;
  const size = Math.abs(milliseconds);
  const [unit, length] = unitOf(size);
  const count = Math.trunc(milliseconds / length);
  return count === 0 ? text.common.justNow : text.common.distance(formats.relative.format(count, unit));
}

function unitOf(size: number): [Intl.RelativeTimeFormatUnit, number] {
  if (size >= 3 * MONTH) {
    return ['month', MONTH];
  }
  if (size >= DAY) {
    return ['day', DAY];
  }
  return size >= HOUR ? ['hour', HOUR] : ['minute', MINUTE];
}

/** A sentence of the service, whose times are in UTC, with its times in the reader's zone. */
export function localized(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, exact);
}

/** A limit, in which -1 is unlimited. */
export function limit(value: number): string {
  return value === -1 ? text.common.unlimited : number(value);
}
