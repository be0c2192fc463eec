import type { Messages } from '../en.js';

export const history: Messages['history'] = {
  heading: 'Verlauf',
  lead: 'Wer was getan hat, das Neueste zuerst.',
  caption: 'Was mit der Lizenz geschehen ist',
  empty: 'Noch ist nichts geschehen.',
  failed: 'Der Verlauf lässt sich gerade nicht anzeigen.',
  more: 'Mehr anzeigen',
  when: 'Wann',
  what: 'Was',
  who: 'Wer',
  outcome: 'Ergebnis',
  service: 'Der Dienst selbst',
  actions: {
    activate: 'Aktiviert',
    replace: 'Lizenz ersetzt',
    revalidate: 'Erneut geprüft',
    deactivate: 'Deaktiviert',
    standing: 'Stand geändert',
    release: 'Platz freigegeben',
    'dismiss-release': 'Freigabe aufgegeben',
    detach: 'Zu einer eigenen Installation gemacht',
    'seat-shared': 'Geteilter Platz bemerkt',
    'state-rolled-back': 'Älterer Zustand bemerkt',
    'confirm-rollback': 'Älterer Zustand bestätigt',
  },
  outcomes: { succeeded: 'Gelungen', refused: 'Abgelehnt', failed: 'Fehlgeschlagen' },
};
