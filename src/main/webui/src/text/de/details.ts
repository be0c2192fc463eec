import type { Messages } from '../en.js';

export const details: Messages['details'] = {
  heading: 'Einzelheiten der Lizenz',
  key: 'Lizenzschlüssel',
  show: 'Anzeigen',
  hide: 'Verbergen',
  showKey: 'Lizenzschlüssel anzeigen',
  hideKey: 'Lizenzschlüssel verbergen',
  name: 'Name',
  status: 'Status',
  statuses: { active: 'Aktiv', expired: 'Abgelaufen', suspended: 'Ausgesetzt' },
  mode: 'Art der Prüfung',
  modes: { online: 'Online', offline: 'Offline (Zertifikat)' },
  expires: 'Läuft ab',
  expired: 'Abgelaufen',
  certificateEnds: 'Zertifikatsende',
  certificateHint: (offline, ended) =>
    ended
      ? offline
        ? 'Es ist abgelaufen: Eine neuere Lizenzdatei wird gebraucht.'
        : 'Es ist abgelaufen: Eine erneute Prüfung holt ein neues.'
      : offline
        ? 'Bis dahin wird eine neuere Lizenzdatei gebraucht.'
        : 'Jede erneute Prüfung erneuert es.',
  lastValidated: 'Zuletzt geprüft',
  validatedOffline: 'Durch das signierte Zertifikat; ohne Meldungen an einen Server',
  lastAttempt: 'Letzter Versuch',
  outcomes: {
    good: 'erfolgreich',
    suspended: 'die Lizenz ist ausgesetzt',
    banned: 'der Inhaber der Lizenz ist gesperrt',
    unknown: 'der Lizenzschlüssel ist nicht bekannt',
    'seat-removed': 'diese Installation hat keinen Lizenzplatz mehr',
    'licensing-server-unreachable': 'der Lizenzserver hat nicht geantwortet',
    'licensing-server-busy': 'der Lizenzserver bat um eine Pause',
    'licensing-server-error': 'der Lizenzserver antwortete mit einem Fehler',
    'licensing-server-untrusted': 'die Antwort war nicht vom Lizenzserver signiert',
    'clock-wrong': 'die Uhr dieses Servers geht falsch',
  },
  otherOutcome: (code) => `abgelehnt mit dem Code ${code}`,
};
