import type { Messages } from '../en.js';

export const host: Messages['host'] = {
  noTokenTitle: 'Diese Seite kann Sie nicht anmelden',
  noTokenText:
    'Die Anwendung um diese Seite hat nicht gesagt, wie sie ein Zugriffstoken bekommt. Ihre Entwickler müssen getToken von <inspire-licensing> setzen.',
  wrongTab: (name) => `<inspire-licensing>: Es gibt keinen Reiter „${name}“, deshalb ist „status“ zu sehen.`,
};
