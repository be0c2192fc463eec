export const details = {
  heading: 'License Details',
  key: 'License Key',
  show: 'Show',
  hide: 'Hide',
  showKey: 'Show the license key',
  hideKey: 'Hide the license key',
  name: 'Name',
  status: 'Status',
  statuses: { active: 'Active', expired: 'Expired', suspended: 'Suspended' },
  mode: 'Validation Mode',
  modes: { online: 'Online', offline: 'Offline (certificate)' },
  expires: 'Expires',
  expired: 'Expired',
  certificateEnds: 'Certificate ends',
  certificateHint: (offline: boolean, ended: boolean) =>
    ended
      ? offline
        ? 'It has ended: a newer license file is needed.'
        : 'It has ended: a re-validation gets a new one.'
      : offline
        ? 'A newer license file is needed by then.'
        : 'Each re-validation renews it.',
  lastValidated: 'Last Validated',
  validatedOffline: 'By the signed certificate; no server check-ins',
  lastAttempt: 'Last attempt',
  /** What came of a question to the licensing server, by the code of its verdict, or of why there was none. */
  outcomes: {
    good: 'succeeded',
    suspended: 'the license is suspended',
    banned: 'the owner of the license is banned',
    unknown: 'the license key is not known',
    'seat-removed': 'this installation has no seat any more',
    'licensing-server-unreachable': 'the licensing server did not answer',
    'licensing-server-busy': 'the licensing server asked for a pause',
    'licensing-server-error': 'the licensing server answered with an error',
    'licensing-server-untrusted': 'the answer was not signed by the licensing server',
    'clock-wrong': 'the clock of this server is wrong',
  } as Record<string, string>,
  otherOutcome: (code: string) => `refused with the code ${code}`,
};
