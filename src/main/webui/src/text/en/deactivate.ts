export const deactivate = {
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
  notPossible: 'Deactivated. The seat is not free: see “A seat is still taken”.',
  blocked: 'Deactivated. The seat could not be released: see “Seats still to be released”.',
};
