export const releases = {
  heading: 'Seats still to be released',
  lead: 'These seats are still taken at the licensing server.',
  queued: 'Being retried',
  blocked: 'Blocked',
  unknown: 'Not handled by this version',
  texts: {
    queued: (_: string) => 'The service retries the release until it succeeds.',
    blocked: (support: string) =>
      `The seat can’t be released from here: the last response says why. Send these details to ${support}, who can release the activation manually.`,
    unknown: (_: string) => 'A newer version began this release. Update this service to finish it.',
  },
  machine: 'Machine',
  key: 'License key',
  since: 'Since',
  attempts: 'Attempts',
  lastError: 'Last response',
  copyDetails: 'Copy details',
  retry: 'Try now',
  retryFailed: 'The release could not be retried',
  released: 'The seat was released.',
  stillRefused: 'The licensing server was asked, but the seat is not released yet. The last response says why.',
  dismiss: 'Dismiss',
  dismissTitle: 'Dismiss the release of this seat?',
  dismissText: (support: string) =>
    `This installation stops trying to release the seat. Dismiss the release after ${support} has released the seat, or if the seat does not matter any more.`,
  confirmDismiss: 'Dismiss the release',
  dismissed: 'This installation does not try to release the seat any more.',
};
