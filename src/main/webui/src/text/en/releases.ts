export const releases = {
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
};
