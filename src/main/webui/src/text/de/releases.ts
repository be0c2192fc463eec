import type { Messages } from '../en.js';

export const releases: Messages['releases'] = {
  heading: 'Noch freizugebende Lizenzplätze',
  lead: 'Diese Plätze sind beim Lizenzserver noch belegt.',
  queued: 'Wird erneut versucht',
  blocked: 'Blockiert',
  unknown: 'Von dieser Version nicht bearbeitet',
  texts: {
    queued: () => 'Der Dienst versucht die Freigabe erneut, bis sie gelingt.',
    blocked: (support) =>
      `Der Platz lässt sich von hier aus nicht freigeben: Die letzte Antwort sagt, warum. Senden Sie diese Angaben an ${support}: Dort kann der Platz von Hand freigegeben werden.`,
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
  stillRefused: 'Der Lizenzserver wurde gefragt, aber der Platz ist noch nicht frei: Die letzte Antwort sagt, warum.',
  dismiss: 'Verwerfen',
  dismissTitle: 'Freigabe dieses Platzes verwerfen?',
  dismissText: (support) =>
    `Diese Installation versucht dann nicht mehr, den Platz freizugeben. Verwerfen Sie die Freigabe, sobald ${support} den Platz freigegeben hat, oder wenn der Platz nicht mehr gebraucht wird.`,
  confirmDismiss: 'Freigabe verwerfen',
  dismissed: 'Diese Installation versucht nicht mehr, den Platz freizugeben.',
};
