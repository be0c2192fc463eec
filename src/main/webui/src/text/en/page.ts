export const page = {
  title: 'Licensing',
  lead: 'Manage your Inspire platform license: activation, validation and deactivation.',
  statusTab: 'Status',
  activateTab: 'Activate',
  updateTab: 'Update License',
  tabs: 'Licensing',
  loading: 'Loading the license …',
  help: 'Help',
  troubleshooting: 'Licensing Troubleshooting',
  documentation: 'Documentation',
  changedElsewhere: 'Updated just now: the license was changed elsewhere.',
};
