import type { Messages } from '../en.js';

export const support: Messages['support'] = {
  title: 'Angaben für den Support',
  lead: (support) => `${support} braucht diese Angaben, um Ihnen zu helfen. Der Lizenzschlüssel ist nicht dabei.`,
  copy: 'Support-Angaben kopieren',
  save: 'Angaben als Datei speichern',
};
