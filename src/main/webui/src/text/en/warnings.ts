import type { WarningCode } from '../../state/warnings.js';
import type { Facts } from '../facts.js';

/** What the texts about a warning mention beside what those about a standing do. */
export interface WarningFacts extends Facts {
  /** Since when it is so; null where that is not known. */
  since: string | null;
  /** The masked key of the license whose seat was left behind; null where that is not known. */
  key: string | null;
}

interface WarningText {
  title: string;
  text(facts: WarningFacts): string;
}

export const warnings = {
  daysLeft: (days: number) => (days === 0 ? 'Less than a day left' : days === 1 ? '1 day left' : `${days} days left`),
  more: (count: number) => `and ${count} more:`,
  putAside: 'Dismiss until it is more urgent',
  putAsideAbout: (title: string) => `(${title})`,
  see: 'What to do',
  seeAbout: (title: string) => `about: ${title}`,
  /** What the button of a warning says. */
  acts: {
    revalidate: 'Re-validate License',
    activateAgain: 'Activate again',
    activateOnline: 'Update License',
    activateOffline: 'Activate a license file',
    confirmRollback: 'Confirm the older state',
    releases: 'Show the seats',
  },
  kinds: {
    'license-ends': {
      title: 'The license is about to expire',
      text: (f) =>
        `It expires on ${f.expiry}. Contact ${f.contact.sales} for renewal, then ${f.offline ? `activate the new license file that ${f.contact.support} sends you` : 're-validate the license'}.`,
    },
    'file-ends': {
      title: 'The license file is about to end',
      text: (f) =>
        `It is valid here until ${f.certificateEnd}. Ask ${f.contact.support} for a newer license file and activate it.`,
    },
    'certificate-ends': {
      title: 'The certificate is not renewed',
      text: (f) => `Contact ${f.contact.support}, then re-validate the license.`,
    },
    'state-rolled-back': {
      title: 'The database had an older state',
      text: (f) =>
        `If somebody restored an older database on purpose, confirm the older state. Otherwise ask the administrator of the database, or ${f.contact.support}.`,
    },
    clock: {
      title: 'A clock may be wrong',
      text: (f) =>
        `Ask the administrator of this server to check its clock and its database${f.offline ? '' : ', then re-validate the license'}. If that does not help, contact ${f.contact.support}.`,
    },
    'clock-challenge': {
      title: 'The time may be wrong',
      text: (f) =>
        `The time of this server may be wrong. Send the request for a license file to ${f.contact.support}: it contains a code (clock challenge) that corrects the time. Then activate the file that you get.`,
    },
    'seat-shared': {
      title: 'The seat is shared',
      text: (f) => `If you know of no copy, ask ${f.contact.support} who uses the seat.`,
    },
    'release-blocked': {
      title: 'A seat can’t be released',
      text: (f) =>
        `The licensing server has refused to release it since ${f.since}. Send the details of the seat to ${f.contact.support}, or try the release again.`,
    },
    'release-queued': {
      title: 'A seat is not released yet',
      text: (f) =>
        `The service has tried to release it since ${f.since}, and continues by itself. Check that this server can reach ${f.licensingServer}.`,
    },
    'seat-left': {
      title: 'A seat is still taken',
      text: (f) =>
        `The offline license${f.key ? ` ${f.key}` : ''} was deactivated here on ${f.since}. Only ${f.contact.support} can free its seat for another server: send them the fingerprint of this installation.`,
    },
  } satisfies Record<Exclude<WarningCode, 'grace' | 'restricted'>, WarningText> as Record<string, WarningText>,
};
