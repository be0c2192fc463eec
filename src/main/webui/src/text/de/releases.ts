import type { Messages } from '../en.js';

export const releases: Messages['releases'] = {
  heading: 'Noch freizugebende Plätze',
  lead: 'Diese Aktivierungen sind beim Lizenzserver noch nicht freigegeben.',
  queued: 'Wird erneut versucht',
  blocked: 'Blockiert',
  unknown: 'Diese Version kann das nicht',
  texts: {
    queued: () => 'Die Freigabe wird von selbst erneut versucht, bis sie gelingt.',
    blocked: (support) =>
      `Der Platz lässt sich von hier aus nicht freigeben; die letzte Antwort sagt, warum. Senden Sie diese Angaben an ${support}: Dort kann die Aktivierung von Hand freigegeben werden.`,
    unknown: () =>
      'Eine neuere Version hat diese Freigabe begonnen. Aktualisieren Sie diesen Dienst, um sie abzuschließen.',
  },
  machine: 'Maschine',
  key: 'Lizenzschlüssel',
  since: 'Seit',
  attempts: 'Versuche',
  lastError: 'Letzte Antwort',
  copyDetails: 'Angaben kopieren',
  retry: 'Jetzt versuchen',
  retryFailed: 'Die Freigabe ließ sich nicht erneut versuchen',
  released: 'Der Platz ist freigegeben.',
  stillRefused: 'Der Lizenzserver wurde gefragt, und der Platz ist noch nicht frei: Die letzte Antwort sagt, warum.',
  dismiss: 'Verwerfen',
  dismissTitle: 'Diesen Platz nicht weiter freigeben?',
  dismissText: (support) =>
    `Diese Installation versucht dann nicht mehr, den Platz freizugeben. Verwerfen Sie die Freigabe, sobald ${support} den Platz freigegeben hat oder wenn es nicht mehr darauf ankommt.`,
  confirmDismiss: 'Nicht weiter versuchen',
  dismissed: 'Diese Installation versucht nicht mehr, den Platz freizugeben.',
};
