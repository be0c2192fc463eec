import type { Messages } from '../en.js';

export const mail: Messages['mail'] = {
  subject: (installation) => `Inspire-Lizenz der Installation ${installation}`,
  standing: 'Stand',
};
