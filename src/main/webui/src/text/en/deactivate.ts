export const deactivate = {
  title: 'Deactivate this license?',
  text: 'The license is removed from this machine, and is then free for use on another server. The system is unlicensed at once, and features are restricted.',
  copies: 'Every copy of this database becomes unlicensed too: all copies share this seat.',
  online: 'If the licensing server can’t be reached now, the service retries the release until it succeeds.',
  offline: (support: string) => `This is an offline license: only ${support} can free its seat for another server.`,
  keepKey: 'You will need the license key to activate it again:',
  confirm: 'Confirm Deactivate',
  failed: 'Deactivation failed',
  completed: 'Deactivated. The license is free for use on another server.',
  pending: 'Deactivated. The seat is not released yet: the service retries until it succeeds.',
  notPossible: 'Deactivated. The seat is not free: see “A seat is still taken”.',
  blocked: 'Deactivated. The seat could not be released: see “Seats still to be released”.',
};
