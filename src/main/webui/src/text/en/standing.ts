/** Whether a license is called one already: “Trial License”, “Testlizenz”. Its name stands alone then. */
export const callsItselfLicense = (name: string) => /(licen[sc]e|lizenz)$/i.test(name.trim());

export const standing = {
  licensed: { badge: 'Active', title: 'This installation is licensed' },
  grace: { badge: 'Grace period', title: 'This installation is licensed, for a limited time' },
  restricted: { badge: 'Restricted', title: 'Features are restricted' },
  unlicensed: { badge: 'Unlicensed', title: 'This installation is not licensed' },
  license: (name: string | null) => (name ? (callsItselfLicense(name) ? name : `${name} license`) : 'License'),
  online: 'validated online',
  offline: 'validated by its signed certificate',
  neverExpires: 'never expires',
  expires: (day: string) => `expires ${day}`,
  expired: (day: string) => `expired ${day}`,
  unlicensedText: 'Inspire requires a valid license to operate: until one is activated, features are restricted.',
  migrated:
    'Moved to a new server? If possible, deactivate the license on the old server first. Then activate it here.',
  activate: 'Activate a license',
  revalidate: 'Re-validate License',
  revalidated: 'Re-validated: the licensing server confirms the license.',
  revalidatedAgainst: 'Re-validated: the licensing server does not confirm the license.',
  revalidateFailed: 'Re-validation failed',
  useOffline: 'Use offline activation',
  deactivate: 'Deactivate',
};
