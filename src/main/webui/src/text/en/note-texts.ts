import type { Limits, Note } from '../../api/types.js';
import { limitNames } from './limits.js';

const limitName = (field: Note['values'][string] | undefined) => limitNames[field as keyof Limits] ?? field;

/** What a note says, by its code and with its values, whose times are the reader's. Without one the service's own sentence does. */
export const noteTexts = {
  'limit-missing': ({ field }) => `The license does not set “${limitName(field)}”, so this limit is 0.`,
  'limit-invalid': ({ field, found }) =>
    `The license sets “${limitName(field)}” to an invalid value${found ? ` (${found})` : ''}, so this limit is 0.`,
  'grace-period-invalid': () => 'The license sets its grace period to an invalid value, so there is no grace period.',
  'entitlement-code-similar': ({ count, codes }) =>
    count === 1
      ? `The license includes an entitlement code that differs only slightly from one of Inspire’s. It grants nothing: ${codes}.`
      : `The license includes ${count} entitlement codes that differ only slightly from Inspire’s. They grant nothing: ${codes}.`,
  'entitlement-code-ambiguous': ({ count, codes }) =>
    count === 1
      ? `The license includes an entitlement code that is also a path or a flag of the service. Programs read it at this address: ${codes}.`
      : `The license includes ${count} entitlement codes that are also paths or flags of the service. Programs read them at these addresses: ${codes}.`,
  'refused-by-server': ({ serverCode, checkInCode }) =>
    `The licensing server refuses this license with the code ${serverCode}.` +
    (checkInCode ? ` It did not accept the check-in (${checkInCode}).` : ''),
  'certificate-not-renewed': ({ code, endsAt }) =>
    `The licensing server does not renew the certificate of this license (${code}). The license is valid here until ${endsAt}.`,
  'certificate-older': ({ issuedAt, newestIssuedAt }) =>
    `The stored certificate was issued on ${issuedAt}. This installation has held a newer one, of ${newestIssuedAt}.`,
  'stored-license-edited': () => 'Another program changed the stored license in the database.',
  'known-time-edited': () =>
    'Another program changed the stored time in the database. License files can be activated again after one online activation.',
  'host-clock-behind': ({ hostTime, knownTime }) =>
    `The clock of this server shows ${hostTime}, but the service has already recorded ${knownTime} and uses that time.`,
  'host-clock-differs': ({ hostTime, serverTime }) =>
    `The clock of this server showed ${hostTime} when the licensing server’s showed ${serverTime}.`,
  'database-clock-differs': ({ hostTime, databaseTime }) =>
    `The clock of this server showed ${hostTime} when PostgreSQL’s showed ${databaseTime}.`,
  'fingerprint-differs': ({ configured, inUse }) =>
    `The configured fingerprint is ${configured}, but this installation is known as ${inUse}. The next activation uses the configured one.`,
  'state-not-current': ({ since }) =>
    `This server could not read the present state from the database since ${since}. What is shown here may have changed.`,
  'time-not-stored': ({ storedTime }) =>
    `The service could not store the time in the database since ${storedTime}. If it is killed, it forgets the time since then.`,
  'state-rolled-back': ({ seenAt }) =>
    `On ${seenAt} the database had an older state than before. Somebody has restored an older database, or a failover has lost commits.`,
  'seat-shared': ({ days, lastAt }) =>
    `Somebody else has used this installation’s seat on ${days} of the last 60 days, last on ${lastAt}. Give a copy of this installation an identity of its own with the command “installation detach”.`,
} as Record<string, (values: Note['values']) => string>;
