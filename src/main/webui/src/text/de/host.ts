import type { Messages } from '../en.js';

export const host: Messages['host'] = {
  noTokenTitle: 'Diese Seite kann Sie nicht anmelden',
  noTokenText:
    'Die Anwendung, in die diese Seite eingebettet ist, gibt ihr kein Zugriffstoken. Die Entwickler der Anwendung müssen getToken von <inspire-licensing> setzen.',
  wrongTab: (name) => `<inspire-licensing>: Es gibt keinen Reiter „${name}“, deshalb ist „status“ zu sehen.`,
};
