export const releases = {
  heading: 'Seats still to be released',
  lead: 'These activations are not released at the licensing server yet.',
  queued: 'Being retried',
  blocked: 'Blocked',
  unknown: 'Not handled by this version',
  texts: {
    queued: (_: string) => 'The release is tried again by itself until it succeeds.',
    blocked: (support: string) =>
      `The seat can’t be released from here; the last answer says why. Send these details to ${support}, who can release the activation manually.`,
    unknown: (_: string) => 'A newer version began this release. Update this service to finish it.',
  },
  machine: 'Machine',
  key: 'License key',
  since: 'Since',
  attempts: 'Attempts',
  lastError: 'Last answer',
  copyDetails: 'Copy details',
  retry: 'Try now',
  retryFailed: 'The release could not be retried',
  released: 'The seat was released.',
  stillRefused: 'The licensing server was asked, and the seat is not released yet: the last answer says why.',
  dismiss: 'Dismiss',
  dismissTitle: 'Stop releasing this seat?',
  dismissText: (support: string) =>
    `This installation stops trying to release the seat. Dismiss it once ${support} has released it, or when it does not matter any more.`,
  confirmDismiss: 'Stop releasing the seat',
  dismissed: 'This installation does not try to release the seat any more.',
};
