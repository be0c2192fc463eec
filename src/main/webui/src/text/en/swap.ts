export const swap = {
  title: 'Deactivate the present license first?',
  text: 'The vendor lets this installation have a seat on one license at a time, and the present license has one. It is deactivated first, and then the new license is activated.',
  unlicensed: 'In between, the system is unlicensed and features are restricted: for seconds if all goes well.',
  undone:
    'If the new license can’t be activated, the system stays unlicensed. The new key stays in the form, so that you can try again.',
  keepKey: 'You will need the present license key to go back to it:',
  confirm: 'Deactivate and activate',
  failed: 'Deactivation failed',
  deactivated: 'The former license is deactivated. The new one is being activated.',
};
