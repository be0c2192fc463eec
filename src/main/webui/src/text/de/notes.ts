import type { Messages } from '../en.js';

export const notes: Messages['notes'] = {
  heading: 'Hinweise zu dieser Lizenz',
  rollbackConfirmed: 'Der ältere Zustand ist bestätigt.',
  confirmFailed: 'Der ältere Zustand wurde nicht bestätigt',
  help: 'Was zu tun ist',
  helpAbout: (code) => `zu ${code}`,
};
