import { NoAnswer } from '../api/errors.js';
import type { HistoryEntry, LicenseAnswer, LicenseDetails, PageSettings } from '../api/types.js';
import { masked } from '../text/masked.js';
import type { Trouble } from './license-state.js';

/** What is known of the license, with its key masked. */
export type Withheld = Omit<LicenseAnswer, 'license'> & {
  license: (Omit<LicenseDetails, 'key'> & { maskedKey: string }) | null;
};

export interface SupportFacts {
  settings: PageSettings;
  /** The newest entries of the history. */
  recent: readonly HistoryEntry[];
  /** The versions of what shows the page, by name. */
  versions: Readonly<Record<string, string>>;
  /** Why the license can't be read; null when it can. */
  trouble: Trouble | null;
  /** When the text is written, in ISO 8601. */
  at: string;
}

/** What may be told of an answer: all but the license key. */
export function withheld({ license, ...answer }: LicenseAnswer): Withheld {
  if (!license) {
    return { ...answer, license: null };
  }
  const { key, ...details } = license;
  return { ...answer, license: { ...details, maskedKey: masked(key) } };
}

/**
 * What the vendor's support asks for, as a text to copy: in English whatever the reader's language is, with times in UTC. It never
 * has the license key.
 *
 * @param answer null while the license can't be read
 */
export function supportText(
  answer: Withheld | null,
  { settings, recent, versions, trouble, at }: SupportFacts,
): string {
  const installation = answer?.installation;
  return [
    line('Written', at),
    line('Service', installation?.version),
    ...Object.entries(versions).map(([name, version]) => line(name, version)),
    line('Trouble', trouble && why(trouble)),
    line('Installation', installation?.id),
    line('Fingerprint', installation?.fingerprint),
    line('Licensing server', settings.licensingServer),
    line('Vendor keys', installation?.trust),
    line('Agents', installation?.agents.join(', ') || null),
    ...(answer ? standing(answer) : []),
    ...list('Last entries of the history', recent, entry),
  ]
    .filter((one) => one !== null)
    .join('\n');
}

function why(trouble: Trouble): string {
  if (trouble.kind !== 'away') {
    return trouble.kind;
  }
  const { cause } = trouble;
  return cause instanceof NoAnswer
    ? `no answer (${cause.lack}) ${JSON.stringify(cause.facts)}`
    : [cause.problem.code, cause.problem.instance].filter(Boolean).join(' ');
}

function standing(answer: Withheld): (string | null)[] {
  const { installation, revalidation } = answer;
  return [
    '',
    line('Standing', answer.reason ? `${answer.standing} (${answer.reason})` : answer.standing),
    line('Until', answer.until),
    line('Revision', String(answer.revision)),
    ...license(answer.license),
    line(
      'Last re-validation',
      revalidation && `${revalidation.lastAttemptAt ?? 'never'} (${revalidation.outcome ?? 'none'})`,
    ),
    line('Next re-validation', revalidation?.nextAttemptAt),
    line('Clock challenge', installation.clockChallenge),
    ...list('Problems', answer.problems, (note) => `${note.code} ${JSON.stringify(note.values)}`),
    ...list(
      'Seats to be released',
      installation.pendingReleases,
      (release) =>
        `${release.machineId} of ${release.licenseKey}: ${release.state} since ${release.since}, ${release.attempts} attempts, ${release.lastError ?? 'no answer yet'}`,
    ),
  ];
}

function license(details: Withheld['license']): (string | null)[] {
  return details === null
    ? [line('License', 'none')]
    : [
        line('License', details.name ?? 'without a name'),
        line('License key', details.maskedKey),
        line('Status', details.status),
        line('Validation', details.validationMode),
        line('Created', details.createdAt),
        line('Expires', details.expiresAt ?? 'never'),
        line('Certificate issued', details.certificateIssuedAt),
        line('Certificate until', details.certificateExpiresAt ?? 'never'),
        line('Last validated', details.lastValidatedAt),
      ];
}

/** Who it was is nobody's business outside. */
function entry({ id, at, action, outcome, code, request }: HistoryEntry): string {
  return [`${id}`, at, action, outcome, code, request && `request ${request}`].filter(Boolean).join(' ');
}

function list<T>(name: string, items: readonly T[], text: (item: T) => string): string[] {
  return items.length === 0 ? [] : ['', `${name}:`, ...items.map((item) => `- ${text(item)}`)];
}

function line(name: string, value: string | null | undefined): string | null {
  return value === null || value === undefined ? null : `${name}: ${value}`;
}
