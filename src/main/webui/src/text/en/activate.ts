import { callsItselfLicense } from './standing.js';

export const activate = {
  heading: 'Activate a license',
  updateHeading: 'Update the license',
  updateLead: 'You see what will change before anything is applied.',
  method: 'Activation method',
  online: 'Online',
  onlineHint: (server: string) => `Checks your license key at ${server}, which this server must be able to reach.`,
  offline: 'Offline',
  offlineHint: 'For servers without internet access: with a license key and a signed license file (.lic).',
  key: 'License key',
  keyHint: 'Paste the license key you received.',
  keyMissing: 'Paste your license key.',
  file: 'License file (.lic)',
  fileHint: 'Paste the contents of the license file, drop the file here, or choose it.',
  fileMissing: 'Paste, drop or choose your license file.',
  moveToFile: 'Move it to the license file field',
  moveToKey: 'Move it to the license key field',
  fileRefused: {
    large: (name: string) => `${name} is too large for a license file.`,
    'not-text': (name: string) => `${name} is not a license file: it is not a text.`,
  },
  chooseFile: 'Choose file',
  fileTaken: (name: string) => `Read from ${name}`,
  requestTitle: 'Need a license file?',
  requestText: (support: string) =>
    `Send this request to ${support}. Offline activation requires the OFFLINE_LICENSING entitlement, and offline licenses do not require periodic server check-ins.`,
  requestLabel: 'Request for a license file',
  copyRequest: 'Copy request',
  submit: 'Activate License',
  refused: 'Activation refused',
  failed: 'Activation failed',
  updateRefused: 'The update was refused and changed nothing',
  updateFailed: 'The update failed and changed nothing',
  activated: (name: string | null) =>
    name ? `The ${callsItselfLicense(name) ? name : `${name} license`} is active.` : 'The license is active.',
};
