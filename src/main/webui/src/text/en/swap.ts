export const swap = {
  title: 'Deactivate the present license first?',
  text: 'This installation can use one license at a time. The present license is deactivated first, and then the new one is activated.',
  unlicensed: 'Between the two steps the system is unlicensed and features are restricted, usually for some seconds.',
  undone:
    'If the new license can’t be activated, the system stays unlicensed. The new key stays in the form, so you can try again.',
  keepKey: 'You will need the present license key to go back to it:',
  confirm: 'Deactivate and activate',
  failed: 'Deactivation failed',
  deactivated: 'The former license is deactivated. The new one is being activated.',
};
