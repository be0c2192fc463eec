import type { LicenseAnswer, LicenseDetails, Note, Standing } from '../api/types.js';

export const DAY = 86_400_000;
const EARLIEST = 60 * DAY;
const WARN = 14 * DAY;
const URGENT = 3 * DAY;

/** How much a warning presses: nothing needs doing yet, soon, within days, or it has come about. */
export type Step = 'info' | 'warn' | 'urgent' | 'over';

/** What the button of a warning does. */
export type Act =
  | { kind: 'revalidate' }
  | { kind: 'activate-again' }
  | { kind: 'activate'; method: 'online' | 'offline' }
  | { kind: 'confirm-rollback' }
  | { kind: 'releases' };

export type WarningCode =
  | 'license-ends'
  | 'file-ends'
  | 'certificate-ends'
  | 'grace'
  | 'restricted'
  | 'state-rolled-back'
  | 'clock'
  | 'clock-challenge'
  | 'seat-shared'
  | 'seat-left'
  | 'release-blocked'
  | 'release-queued';

/** Something that an admin should know before it takes anything away, or that has done so. */
export interface Warning {
  code: WarningCode;
  step: Step;
  /** When it comes about, or since when it is so; null where it has no time. */
  at: string | null;
  /** The whole days that are left, rounded down; null where nothing is to come. */
  days: number | null;
  act: Act | null;
  /** What the service says about it: its notes that are told as this warning. */
  notes: readonly Note[];
}

/** A seat that an offline license has left behind: only the vendor can free it. */
export interface LeftToDo {
  /** The masked key of the license. */
  key: string | null;
  /** What the licensing server calls the seat, where that is known. */
  seat: string | null;
  /** When the license was deactivated. */
  at: string;
}

/** What a host may show in a banner of its own. */
export interface LicensingChange {
  standing: Standing;
  /** When the worst thing comes about, or else the next change of standing; null for never. */
  until: string | null;
  /** The code of the worst thing; null where all is well. */
  reason: string | null;
  /** The whole days that are left until then; null where nothing is to come. */
  days: number | null;
}

const presses: Record<Step, number> = { over: 0, urgent: 1, warn: 2, info: 3 };

/** In what order warnings come that press alike. */
const codes: WarningCode[] = [
  'restricted',
  'grace',
  'license-ends',
  'file-ends',
  'certificate-ends',
  'state-rolled-back',
  'clock',
  'clock-challenge',
  'seat-shared',
  'release-blocked',
  'seat-left',
  'release-queued',
];

/** The notes of the service that are warnings, by their codes. */
const ofNotes: Record<string, WarningCode> = {
  'state-rolled-back': 'state-rolled-back',
  'host-clock-behind': 'clock',
  'host-clock-differs': 'clock',
  'database-clock-differs': 'clock',
  'time-not-stored': 'clock',
  'known-time-edited': 'clock',
  'seat-shared': 'seat-shared',
};

/** After these, activating once more with the key that is held may help. */
const seatLost = ['seat-removed', 'certificate-unverifiable'];
/** After these, another license or another way of activating it has to be taken. */
const otherLicense = ['license-unknown', 'offline-not-entitled'];

/**
 * How long before its end something is to be told, in milliseconds: 60 days, or a quarter of its span where that is less.
 *
 * @param start when it began; null where nobody knows
 */
export function noticeBefore(start: string | null | undefined, end: string): number {
  const span = start ? Date.parse(end) - Date.parse(start) : Number.NaN;
  return span > 0 ? Math.min(EARLIEST, span / 4) : EARLIEST;
}

/** How much an end presses at a moment; null before it is to be told, and for what is no time. */
export function stepOf(end: string, before: number, now: number): Step | null {
  const left = Date.parse(end) - now;
  if (Number.isNaN(left) || left > before) {
    return null;
  }
  return left <= 0 ? 'over' : left <= URGENT ? 'urgent' : left <= WARN ? 'warn' : 'info';
}

/** The whole days until a moment, rounded down, and 0 once it is over. */
export function daysUntil(at: string, now: number): number {
  return Math.max(0, Math.floor((Date.parse(at) - now) / DAY));
}

/**
 * What an admin should know now, the worst first.
 *
 * @param left what a deactivation has left to do
 * @param now the time that counts, in milliseconds
 */
export function warningsOf(answer: LicenseAnswer, left: LeftToDo | null, now: number): Warning[] {
  return [...standing(answer, now), ...ends(answer, now), ...noted(answer), ...seats(answer, left, now)].sort(
    (one, other) =>
      presses[one.step] - presses[other.step] ||
      (one.days ?? Infinity) - (other.days ?? Infinity) ||
      codes.indexOf(one.code) - codes.indexOf(other.code),
  );
}

/** What a host is told. It is told again when one of the members has changed. */
export function changeOf(answer: LicenseAnswer, warnings: readonly Warning[]): LicensingChange {
  const worst = warnings[0];
  const ofStanding = !answer.licensed || worst?.code === 'grace';
  return {
    standing: answer.standing,
    until: (worst?.days !== null && worst?.at) || answer.until,
    reason: ofStanding ? answer.reason : (worst?.code ?? null),
    days: worst?.days ?? null,
  };
}

function standing(answer: LicenseAnswer, now: number): Warning[] {
  if (!answer.license || !answer.reason) {
    return [];
  }
  const act = remedy(answer.reason, answer.license);
  if (answer.standing === 'restricted') {
    return [warning('restricted', 'over', { act })];
  }
  const end = answer.forecast.find((coming) => coming.standing === 'restricted')?.at ?? answer.until;
  const step = end && stepOf(end, Infinity, now);
  return answer.standing === 'grace'
    ? [warning('grace', step === 'info' || !step ? 'warn' : step, { at: end, now, act })]
    : [];
}

/** What ends although it counts now. Where the licensing server only has to answer, there is nothing to do. */
function ends({ licensed, license, problems }: LicenseAnswer, now: number): Warning[] {
  if (!licensed || !license) {
    return [];
  }
  const { expiresAt, certificateExpiresAt: certificate, validationMode } = license;
  const offline = validationMode === 'offline';
  const found: Warning[] = [];
  if (expiresAt && license.status === 'active') {
    const act: Act = offline ? { kind: 'activate', method: 'offline' } : { kind: 'revalidate' };
    found.push(...ending('license-ends', expiresAt, noticeBefore(license.createdAt, expiresAt), now, act));
  }
  if (!certificate || (expiresAt && Date.parse(expiresAt) <= Date.parse(certificate))) {
    return found;
  }
  const refused = problems.filter(({ code }) => code === 'certificate-not-renewed');
  if (offline) {
    const before = noticeBefore(license.certificateIssuedAt, certificate);
    found.push(...ending('file-ends', certificate, before, now, { kind: 'activate', method: 'offline' }));
  } else if (refused.length > 0) {
    found.push(...ending('certificate-ends', certificate, Infinity, now, { kind: 'revalidate' }, refused));
  }
  return found;
}

function ending(code: WarningCode, at: string, before: number, now: number, act: Act, notes: Note[] = []): Warning[] {
  const step = stepOf(at, before, now);
  return step ? [warning(code, step, { at, now, act, notes })] : [];
}

/** Notes that are warnings, and those of one kind together: what to do about them is one thing. */
function noted({ problems, installation, license }: LicenseAnswer): Warning[] {
  const kinds = new Set(problems.flatMap(({ code }) => ofNotes[code] ?? []));
  const found = [...kinds].map((kind) =>
    warning(kind, 'warn', {
      notes: problems.filter(({ code }) => ofNotes[code] === kind),
      act: against(kind, license),
    }),
  );
  return installation.clockChallenge && !found.some(({ code }) => code === 'clock')
    ? [...found, warning('clock-challenge', 'warn', { act: { kind: 'activate', method: 'offline' } })]
    : found;
}

/** The licensing server’s time counts again, once it is asked. */
function against(kind: WarningCode, license: LicenseDetails | null): Act | null {
  if (kind === 'state-rolled-back') {
    return { kind: 'confirm-rollback' };
  }
  return kind === 'clock' && license?.validationMode === 'online' ? { kind: 'revalidate' } : null;
}

/** Seats that are not free yet. A release that is tried by itself is worth telling after a day. */
function seats({ installation, license }: LicenseAnswer, left: LeftToDo | null, now: number): Warning[] {
  const { pendingReleases } = installation;
  const act: Act = { kind: 'releases' };
  const oldest = (state: string) =>
    pendingReleases
      .filter((release) => release.state === state)
      .sort((a, b) => Date.parse(a.since) - Date.parse(b.since))[0];
  const blocked = oldest('blocked');
  const queued = oldest('queued');
  const found: Warning[] = [];
  if (blocked) {
    found.push(warning('release-blocked', 'warn', { at: blocked.since, act }));
  }
  if (queued && now - Date.parse(queued.since) > DAY) {
    found.push(warning('release-queued', 'info', { at: queued.since, act }));
  }
  if (left && !license) {
    found.push(warning('seat-left', 'info', { at: left.at }));
  }
  return found;
}

/** What may help against what restricts. */
function remedy(reason: string, { validationMode }: LicenseDetails): Act {
  if (validationMode === 'offline' && !otherLicense.includes(reason)) {
    return { kind: 'activate', method: 'offline' };
  }
  if (seatLost.includes(reason)) {
    return { kind: 'activate-again' };
  }
  return otherLicense.includes(reason) ? { kind: 'activate', method: 'online' } : { kind: 'revalidate' };
}

function warning(
  code: WarningCode,
  step: Step,
  { at = null, now = 0, act = null, notes = [] }: Partial<Pick<Warning, 'at' | 'act' | 'notes'>> & { now?: number },
): Warning {
  return { code, step, at, days: at && now ? daysUntil(at, now) : null, act, notes };
}
