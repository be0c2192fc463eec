import type { Lack, LackFacts } from '../api/errors.js';
import type { Action, Contacts, Limits, Note, Standing } from '../api/types.js';
import type { Fate } from '../state/fate.js';

/** What the texts about a reason may mention. */
export interface Facts {
  contact: Contacts;
  licensingServer: string;
  /** The day and time from which on features are restricted; null when that is now or not known. */
  until: string | null;
  expiry: string | null;
  certificateEnd: string | null;
  lastValidated: string | null;
  offline: boolean;
}

const graceUntil = (until: string | null) => (until ? ` Everything keeps working until ${until}.` : '');

const limitNames = { maxDisplays: 'Max Displays', maxAgiles: 'Max Agiles', aiCreditsPerMonth: 'AI Credits / mo' };

const limitName = (field: Note['values'][string] | undefined) => limitNames[field as keyof Limits] ?? field;

const tryAgainIn = (seconds: number | null | undefined) =>
  seconds ? `Try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.` : 'Try again later.';

/** What became of an operation, by its name. */
const fates = (operation: string): Record<Fate, string> => ({
  asking: `The page looks up what became of the ${operation} …`,
  unknown: `It is not known yet what became of the ${operation}.`,
  open: `The history has no entry of the ${operation} yet.`,
  running: `The history has no entry of the ${operation} yet.`,
  succeeded: `The ${operation} succeeded.`,
  refused: `The ${operation} was refused.`,
  failed: `The ${operation} failed.`,
  untraced: `The history has no entry of the ${operation}. You can try again.`,
});

/** What is being done, by this page or by the service. */
const running: Record<string, string> = {
  activate: 'The license is being activated',
  revalidate: 'The license is being re-validated',
  deactivate: 'The license is being deactivated',
  retry: 'The release is being tried again',
  dismiss: 'The release is being given up',
  confirm: 'The older state is being confirmed',
  release: 'A seat is being released',
};

/** Every text of the page, in English. A translation is another object of this type. */
export const en = {
  common: {
    never: 'Never',
    justNow: 'just now',
    unlimited: 'Unlimited',
    none: '—',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Copying failed: select the text and copy it by hand.',
    cancel: 'Cancel',
    close: 'Close',
    tryAgain: 'Try again',
    and: ', ',
  },

  page: {
    title: 'Licensing',
    lead: 'Manage your Inspire platform license: activation, validation and deactivation.',
    statusTab: 'Status',
    activateTab: 'Activate',
    updateTab: 'Update License',
    tabs: 'Licensing',
    loading: 'Loading the license …',
    changedElsewhere: 'Updated just now: the license was changed elsewhere.',
  },

  shell: {
    product: 'Inspire',
    breadcrumb: 'Platform',
    whereYouAre: 'Where you are',
    signOut: 'Sign out',
    signOutWhileBusy: 'An operation is still running, and its answer will not be shown. Sign out all the same?',
    signedInAs: (name: string) => `Signed in as ${name}`,
    signInTitle: 'Sign in to manage the license',
    signInText: 'Licensing needs the Admin role.',
    signIn: 'Sign in',
    signInAsAdmin: 'Sign in as admin',
    sandboxText:
      'This is a development sandbox: one click makes you an admin, and demo keys such as DEMO-ENTERPRISE can be activated.',
    signInFailed: 'Signing in failed',
    signOutFailed: 'Signing out at the identity provider failed',
    providerAway: (authority: string) =>
      `The identity provider does not answer. Check that this browser can reach ${authority}, then try again.`,
    notConfiguredTitle: 'Nobody can sign in here yet',
    notConfiguredText:
      'Set licensing.page.oidc.authority to the address of your identity provider, or open this page inside Inspire.',
  },

  trouble: {
    signedOutTitle: 'You are signed out',
    signedOutText: 'Sign in to see the license of this installation.',
    endedTitle: 'Your session has ended',
    endedText: 'Sign in again to go on. What you have typed is still here.',
    signIn: 'Sign in',
    roleTitle: 'Licensing requires the Admin role',
    roleText:
      'You are signed in, but without the Admin role. Ask someone who administers Inspire to grant it to you, then sign in again.',
    awayTitle: 'The licensing service does not answer',
    pageTitle: 'This page has met an error',
    tokenTitle: 'Your sign-in can’t be renewed now',
    awayText: 'Licensed features are not affected by this page. It tries again by itself.',
    awayKept: 'What you see is the last known state, and what you have typed is still here. It tries again by itself.',
    occupied: 'Another operation of this page is still running. Try again when it is over.',
    retry: tryAgainIn,
  },

  /** What came in place of an answer. */
  lack: {
    token: () =>
      'No access token could be fetched: the identity provider or the application around this page does not answer.',
    offline: () => 'This browser has no network connection.',
    unreachable: () => 'The connection to the licensing service failed or was closed.',
    timeout: ({ waited }) => `The licensing service did not answer within ${waited} seconds.`,
    'broken-off': () => 'The connection was closed before the answer was complete.',
    gateway: ({ status }) => `A proxy got no answer from the licensing service (${status}).`,
    foreign: () => 'The answer is not from the licensing service. Check whether a proxy asks for a sign-in.',
    garbled: () => 'The answer is incomplete or damaged.',
    'no-code': ({ status, detail }) =>
      `The answer is an error in an unknown form (${status}).${detail ? ` ${detail}` : ''}`,
    forbidden: () => 'A proxy or firewall refused the request (403). Ask its administrator to let it pass.',
    'too-large': () => 'A proxy refused the request as too large (413). Ask its administrator to allow bodies of 4 MB.',
    'too-many': ({ seconds }) => `A proxy refused the request: too many requests (429). ${tryAgainIn(seconds)}`,
    unavailable: ({ seconds }) => `The licensing service is not available now (503). ${tryAgainIn(seconds)}`,
    unexpected: ({ status }) => `The answer has an unexpected status (${status}). Check the address of the service.`,
    page: () =>
      'This page could not read the answer, by an error of its own. Reload it. If that does not help, report what the browser’s console says.',
  } satisfies Record<Lack, (facts: LackFacts) => string>,

  /** What is said about an operation while it runs, and when its answer did not come. */
  operation: {
    running: (action: string) => running[action] ?? 'The license is being changed',
    since: (time: string) => `since ${time}`,
    sinceBy: (time: string, by: string | null) => `since ${time}, by ${by ?? 'the service itself'}`,
    nowUnderWay: (what: string, sinceBy: string) => `${what} ${sinceBy}.`,
    formComesBack: 'The form comes back when this is over.',
    inProgress: (running: string, until: string | null) =>
      `Another operation is under way: ${running.charAt(0).toLowerCase()}${running.slice(1)}.${until ? ` If it has broken off, another one can begin at ${until}.` : ''}`,
    noAnswer: 'No answer came',
    keptBack: 'The request did not get through',
    serviceFailed: 'The service reports a failure of its own',
    reloaded: 'The page was loaded again before the answer came.',
    mayHaveShared: (time: string, outcome: string) =>
      `It may have shared the answer to another admin’s: the licensing server was last asked about the license on ${time} (${outcome}).`,
    fates: {
      activate: fates('activation'),
      revalidate: fates('re-validation'),
      deactivate: fates('deactivation'),
      retry: fates('new attempt at the release'),
      dismiss: fates('request to give up the release'),
      confirm: fates('confirmation of the older state'),
    } satisfies Record<Action, Record<Fate, string>>,
  },

  standing: {
    licensed: { badge: 'Active', title: 'This installation is licensed' },
    grace: { badge: 'Grace period', title: 'This installation is licensed, for a limited time' },
    restricted: { badge: 'Restricted', title: 'Features are restricted' },
    unlicensed: { badge: 'Unlicensed', title: 'This installation is not licensed' },
    license: (name: string | null) => (name ? `${name} license` : 'License'),
    online: 'validated online',
    offline: 'validated by its signed certificate',
    neverExpires: 'never expires',
    expires: (day: string) => `expires ${day}`,
    expired: (day: string) => `expired ${day}`,
    unlicensedText: 'Inspire requires a valid license to operate: until one is activated, features are restricted.',
    migrated:
      'Moved to a new server? Activate the license here, and deactivate it on the old server first if possible.',
    activate: 'Activate a license',
    revalidate: 'Re-validate License',
    revalidated: 'Re-validated: the licensing server confirms the license.',
    revalidatedAgainst: 'Re-validated: the licensing server does not confirm the license.',
    revalidateFailed: 'Re-validation failed',
    useOffline: 'Use offline activation',
    deactivate: 'Deactivate',
  },

  reason: {
    'server-unreachable': {
      title: 'The licensing server has been silent',
      text: (f: Facts) =>
        `It has not answered since ${f.lastValidated ?? 'the activation'}.${graceUntil(f.until)} Check that this server can reach ${f.licensingServer}, then re-validate.`,
    },
    'license-expired': {
      title: 'The license has expired',
      text: (f: Facts) =>
        `It expired on ${f.expiry ?? 'a day that has passed'}.${graceUntil(f.until)} Contact ${f.contact.sales} for renewal, then ${f.offline ? `activate the new license file that ${f.contact.support} sends you` : 're-validate the license'}.`,
    },
    'license-suspended': {
      title: 'The license is suspended',
      text: (f: Facts) =>
        `The vendor has suspended it. Contact ${f.contact.sales}, then ${f.offline ? 'activate a new license file' : 're-validate the license'}.`,
    },
    'license-banned': {
      title: 'The owner of the license is banned',
      text: (f: Facts) => `The vendor has banned the owner of this license. Contact ${f.contact.sales}.`,
    },
    'license-unknown': {
      title: 'The license key is not known any more',
      text: (f: Facts) =>
        `The licensing server does not know this key now. Activate another license, or contact ${f.contact.sales}.`,
    },
    'refused-by-server': {
      title: 'The licensing server refuses the license',
      text: (f: Facts) =>
        `The notes below name the server’s code. Contact ${f.contact.support} with it, then re-validate the license.`,
    },
    'seat-removed': {
      title: 'This installation’s seat was removed',
      text: (f: Facts) =>
        `Its activation was released at the licensing server. Activate again to take a seat, or contact ${f.contact.support} if you did not expect this.`,
    },
    'offline-not-entitled': {
      title: 'The license does not include offline licensing',
      text: (f: Facts) =>
        `Offline licenses need the OFFLINE_LICENSING entitlement. Activate the license online, or contact ${f.contact.sales}.`,
    },
    'certificate-ended': {
      title: 'The certificate has ended',
      text: (f: Facts) =>
        f.offline
          ? `The license file was valid until ${f.certificateEnd ?? 'a day that has passed'}. Ask ${f.contact.support} for a new one and activate it.`
          : `The licensing server has not answered since ${f.lastValidated ?? 'the activation'}, and the last certificate has ended. Check that this server can reach ${f.licensingServer}, then re-validate, or use offline activation.`,
    },
    'certificate-unverifiable': {
      title: 'The stored license can’t be verified',
      text: (f: Facts) =>
        `The notes below say why. Activate the license again; if that is refused, contact ${f.contact.support}.`,
    },
    'not-activated': {
      title: 'No license is activated',
      text: (_: Facts) => 'Activate a license to use Inspire.',
    },
  } as Record<string, { title: string; text: (facts: Facts) => string }>,
  activateAgain: 'Activate again',
  updateLicense: 'Update License',
  notes: 'Notes about this license',
  confirmRollback: 'Confirm the older state',
  rollbackConfirmed: 'The older state was confirmed.',
  confirmFailed: 'The older state was not confirmed',
  noteHelp: 'What to do',
  noteHelpAbout: (code: string) => `about ${code}`,
  /** What a note says, by its code and with its values, whose times are the reader's. Without one the service's own sentence does. */
  noteTexts: {
    'limit-missing': ({ field }) => `The license does not set “${limitName(field)}”, so this limit is 0.`,
    'limit-invalid': ({ field, found }) =>
      `The license sets “${limitName(field)}” to no usable number${found ? ` (${found})` : ''}, so this limit is 0.`,
    'grace-period-invalid': () => 'The license sets its grace period to no usable number of days, so there is none.',
    'entitlement-code-similar': ({ count, codes }) =>
      count === 1
        ? `The license includes an entitlement code that is nearly one of Inspire’s and does not grant it: ${codes}.`
        : `The license includes ${count} entitlement codes that are nearly some of Inspire’s and do not grant them: ${codes}.`,
    'entitlement-code-ambiguous': ({ count, codes }) =>
      count === 1
        ? `The license includes an entitlement code that can be taken for a path or a flag of the service. Programs find it here: ${codes}.`
        : `The license includes ${count} entitlement codes that can be taken for paths or flags of the service. Programs find them here: ${codes}.`,
    'refused-by-server': ({ serverCode, checkInCode }) =>
      `The licensing server refuses this license with the code ${serverCode}.` +
      (checkInCode ? ` It did not accept the check-in (${checkInCode}).` : ''),
    'certificate-not-renewed': ({ code, endsAt }) =>
      `The licensing server refuses to renew the certificate of this license (${code}). The license counts here until ${endsAt}.`,
    'certificate-older': ({ issuedAt, newestIssuedAt }) =>
      `The stored certificate was issued on ${issuedAt}. This installation has held a newer one, of ${newestIssuedAt}.`,
    'stored-license-edited': () => 'Another program changed the stored license in the database.',
    'known-time-edited': () =>
      'Another program changed the stored time in the database. License files can be activated again after one online activation.',
    'host-clock-behind': ({ hostTime, knownTime }) =>
      `The clock of this server shows ${hostTime}, but ${knownTime} is already proven and counts.`,
    'host-clock-differs': ({ hostTime, serverTime }) =>
      `The clock of this server showed ${hostTime} when the licensing server’s showed ${serverTime}.`,
    'database-clock-differs': ({ hostTime, databaseTime }) =>
      `The clock of this server showed ${hostTime} when PostgreSQL’s showed ${databaseTime}.`,
    'fingerprint-differs': ({ configured, inUse }) =>
      `The configured fingerprint is ${configured}, but this installation is known as ${inUse}. The next activation uses the configured one.`,
    'state-not-current': ({ since }) =>
      `This server could not read the present state from the database since ${since}. What is shown here may have changed.`,
    'time-not-stored': ({ storedTime }) =>
      `Since ${storedTime} the database has stored no time. If the service is killed, what has passed since is forgotten.`,
    'state-rolled-back': ({ seenAt }) =>
      `On ${seenAt} the database had an older state than before. Somebody has put an older database back, or a failover has lost commits.`,
    'seat-shared': ({ days, lastAt }) =>
      `Somebody else has used this installation’s seat on ${days} of the last 60 days, last on ${lastAt}. Give a copy of this installation an identity of its own: installation detach.`,
  } as Record<string, (values: Note['values']) => string>,

  details: {
    heading: 'License Details',
    key: 'License Key',
    show: 'Show',
    hide: 'Hide',
    showKey: 'Show the license key',
    hideKey: 'Hide the license key',
    copyKey: 'Copy the license key',
    name: 'Name',
    status: 'Status',
    statuses: { active: 'Active', expired: 'Expired', suspended: 'Suspended' },
    mode: 'Validation Mode',
    modes: { online: 'Online', offline: 'Offline (certificate)' },
    expires: 'Expires',
    certificateEnds: 'Certificate ends',
    certificateHint: (offline: boolean) =>
      offline ? 'A newer license file is needed by then.' : 'Each re-validation renews it.',
    lastValidated: 'Last Validated',
    validatedOffline: 'By the signed certificate; no server check-ins',
    lastAttempt: (when: string) => `Last attempt ${when}`,
    outcomes: { good: 'succeeded', failed: 'failed' } as Record<string, string>,
  },

  limits: {
    heading: 'License Limits',
    maxDisplays: limitNames.maxDisplays,
    maxDisplaysHint: 'Total display endpoints allowed',
    maxAgiles: limitNames.maxAgiles,
    maxAgilesHint: 'Total agile/dashboard endpoints allowed',
    aiCreditsPerMonth: limitNames.aiCreditsPerMonth,
    aiCreditsPerMonthHint: 'Monthly AI credit allocation',
  },

  entitlements: {
    heading: 'Entitlements',
    lead: 'Feature flags included with your license. They control access to gated features throughout Inspire.',
    caption: 'Entitlements and whether the license includes them',
    entitlement: 'Entitlement',
    feature: 'Feature',
    included: 'Included',
    yes: 'Yes',
    no: 'No',
    filter: 'Filter entitlements',
    count: (included: number, all: number) => `${included} of ${all} included`,
    shown: (count: number) => (count === 1 ? '1 entitlement shown' : `${count} entitlements shown`),
    noneFound: 'No entitlement matches the filter.',
    missing: (offline: boolean) =>
      offline
        ? 'Something missing? Check that the table matches your plan, and activate a newer license file to refresh it.'
        : 'Something missing? Re-validate the license to refresh entitlements, and check that the table matches your plan.',
  },

  future: {
    heading: 'What happens next',
    nothing: 'Nothing is due: the license stays as it is.',
    nothingRestricted: 'Features stay restricted until the license is good again.',
    revalidation: 'Next re-validation',
    revalidationHint: 'By itself, in the background',
    changes: {
      licensed: 'Fully licensed',
      grace: 'Grace period begins',
      restricted: 'Features are restricted',
      unlicensed: 'Unlicensed',
    } satisfies Record<Standing, string>,
    reasons: {
      'server-unreachable': 'the licensing server has not answered',
      'license-expired': 'the license has expired',
      'certificate-ended': 'the certificate has ended',
    } as Record<string, string>,
    conditions: {
      'server stays unreachable': 'Only if the licensing server stays unreachable',
      'license is not renewed': 'Only if the license is not renewed',
      'certificate is not renewed': 'Only if the certificate is not renewed',
      'no newer license file is activated': 'Only if no newer license file is activated',
    } as Record<string, string>,
  },

  releases: {
    heading: 'Seats still to be released',
    lead: 'These activations are not released at the licensing server yet.',
    queued: 'Being retried',
    blocked: 'Blocked',
    unknown: 'Left alone',
    texts: {
      queued: (_: string) => 'The release is tried again by itself until it succeeds.',
      blocked: (support: string) =>
        `The seat can’t be released from here; the last answer says why. Send these details to ${support}, who can release the activation manually.`,
      unknown: (_: string) =>
        'A newer version of the licensing service has begun this release. This version does not know how to go on with it and leaves it alone. Update this service to that version.',
    },
    machine: 'Machine',
    key: 'License key',
    since: 'Since',
    attempts: 'Attempts',
    lastError: 'Last answer',
    copyDetails: 'Copy details',
    retry: 'Try now',
    retryFailed: 'The seat could not be tried again',
    released: 'The seat was released.',
    stillRefused: 'The licensing server was asked, and the seat is not released yet: the last answer says why.',
    dismiss: 'Dismiss',
    dismissTitle: 'Give up this release?',
    dismissText: (support: string) =>
      `This installation stops trying to release the seat. Dismiss it once ${support} has released it, or when it does not matter any more.`,
    confirmDismiss: 'Give up the release',
    dismissed: 'The release was given up.',
  },

  installation: {
    heading: 'This installation',
    fingerprint: 'Fingerprint',
    copyFingerprint: 'Copy the fingerprint',
    trust: 'Vendor keys',
    trusts: { 'built-in': 'Built in', configured: 'From the configuration' },
    agents: 'Agents in the server’s JVM',
  },

  history: {
    heading: 'History',
    lead: 'Who did what, newest first.',
    caption: 'What happened to the license',
    empty: 'Nothing has happened yet.',
    failed: 'The history can’t be shown now.',
    more: 'Show more',
    when: 'When',
    what: 'What',
    who: 'Who',
    outcome: 'Outcome',
    service: 'The service itself',
    actions: {
      activate: 'Activated',
      replace: 'Replaced the license',
      revalidate: 'Re-validated',
      deactivate: 'Deactivated',
      standing: 'Standing changed',
      release: 'Released a seat',
      'dismiss-release': 'Gave up a release',
      detach: 'Made an installation of its own',
      'seat-shared': 'Found the seat shared',
      'state-rolled-back': 'Found an older state',
      'confirm-rollback': 'Confirmed the older state',
    } as Record<string, string>,
    outcomes: { succeeded: 'Succeeded', refused: 'Refused', failed: 'Failed' } as Record<string, string>,
  },

  deactivate: {
    title: 'Deactivate this license?',
    text: 'The license is removed from this machine, which frees it for use on another server. The system is unlicensed at once, and features are restricted.',
    copies: 'Every copy of this database becomes unlicensed too: they share this seat.',
    online: 'If the licensing server can’t be reached now, the release is tried again until it succeeds.',
    offline: (support: string) => `This is an offline license: only ${support} can free its seat for another server.`,
    keepKey: 'You will need the license key to activate it again:',
    confirm: 'Confirm Deactivate',
    failed: 'Deactivation failed',
    completed: 'Deactivated. The license is free for use on another server.',
    pending: 'Deactivated. The seat is not released yet: the release of the seat is tried again until it succeeds.',
    blocked: 'Deactivated. The seat could not be released: see “Seats still to be released”.',
  },

  activate: {
    heading: 'Activate a license',
    updateHeading: 'Update the license',
    updateLead: 'You see what will change before anything is applied.',
    method: 'Activation method',
    online: 'Online',
    onlineHint: (server: string) => `Checks your license key at ${server}, which this server must be able to reach.`,
    offline: 'Offline',
    offlineHint: 'For servers without internet access: with a license key and a signed license file (.lic).',
    key: 'License key',
    keyHint: 'Paste the license key you received.',
    keyMissing: 'Paste your license key.',
    file: 'License file (.lic)',
    fileHint: 'Paste the contents of the license file, drop the file here, or choose it.',
    fileMissing: 'Paste, drop or choose your license file.',
    moveToFile: 'Move it to the license file field',
    moveToKey: 'Move it to the license key field',
    fileTooLarge: 'This file is too large for a license file.',
    chooseFile: 'Choose file',
    fileTaken: (name: string) => `Read from ${name}`,
    requestTitle: 'Need a license file?',
    requestText: (support: string) =>
      `Send this request to ${support}. Offline activation requires the OFFLINE_LICENSING entitlement, and offline licenses do not require periodic server check-ins.`,
    requestLabel: 'Request for a license file',
    copyRequest: 'Copy request',
    submit: 'Activate License',
    working: 'Activating …',
    failed: 'Activation failed',
    updateFailed: 'The update failed and changed nothing',
    activated: (name: string | null) => (name ? `The ${name} license is active.` : 'The license is active.'),
  },

  seats: {
    heading: 'Who has the seats',
    lead: (shown: number, count: number) =>
      shown < count
        ? `${count} installations have a seat. ${shown === 1 ? 'Here is one of them:' : `Here are ${shown} of them, the last checked out first:`}`
        : shown === 1
          ? 'This installation has the seat:'
          : `These ${count} installations have a seat. The one that was checked out last comes first:`,
    unnamed: 'Installation without a name',
    lastCheckOut: (when: string) => `Last check-out ${when}`,
    neverCheckedOut: 'Never checked out',
    copyRequest: 'Copy request to release it',
    request: (fingerprint: string, name: string | null, lastCheckOut: string) =>
      `Please release the seat of this installation of Inspire. It is gone for good, so its license can’t be deactivated there.\n\nFingerprint: ${fingerprint}\n${name ? `Name: ${name}\n` : ''}${lastCheckOut}\nLicense key: (the last characters of your key)`,
  },

  preview: {
    title: 'What will change',
    same: 'Nothing that you would notice: entitlements, limits and expiry stay as they are.',
    gained: 'Gained',
    lost: 'Lost',
    now: 'Now',
    after: 'Then',
    what: 'What',
    name: 'Name',
    expires: 'Expires',
    entitlements: 'Entitlements',
    kept: (count: number) => (count === 1 ? '1 entitlement stays.' : `${count} entitlements stay.`),
    less: 'less than now',
    sooner: 'sooner than now',
    fileEnds: (end: string) => `The license file counts here until ${end}. You need a new one by then.`,
    outdated: 'The license has changed',
    outdatedText: 'This preview is new: it shows what will change now. Nothing was applied.',
    acknowledge: 'I understand what is lost',
    confirm: 'Apply changes',
  },

  swap: {
    title: 'Deactivate the present license first?',
    text: 'The vendor lets this installation have a seat on one license at a time, and the present license has one. It is deactivated first, and then the new license is activated.',
    unlicensed: 'In between, the system is unlicensed and features are restricted: for seconds if all goes well.',
    undone:
      'If the new license can’t be activated, the system stays unlicensed. The new key stays in the form, so that you can try again.',
    keepKey: 'You will need the present license key to go back to it:',
    confirm: 'Deactivate and activate',
    failed: 'Deactivation failed',
    deactivated: 'The former license is deactivated. The new one is being activated.',
  },
};

export type Messages = typeof en;
