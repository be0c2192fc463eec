export const details = {
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
  outcomes: { good: 'succeeded', failed: 'failed' } as Record<string, string>,
};
