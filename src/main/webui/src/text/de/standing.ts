import type { Messages } from '../en.js';

/** Whether a license is called one already: “Trial License”, “Testlizenz”. Its name stands alone then. */
export const callsItselfLicense = (name: string) => /(licen[sc]e|lizenz)$/i.test(name.trim());

export const standing: Messages['standing'] = {
  licensed: { badge: 'Aktiv', title: 'Diese Installation ist lizenziert' },
  grace: { badge: 'Nachfrist', title: 'Diese Installation ist auf begrenzte Zeit lizenziert' },
  restricted: { badge: 'Eingeschränkt', title: 'Funktionen sind eingeschränkt' },
  unlicensed: { badge: 'Ohne Lizenz', title: 'Diese Installation ist nicht lizenziert' },
  license: (name) => (name ? (callsItselfLicense(name) ? name : `Lizenz ${name}`) : 'Lizenz'),
  online: 'online geprüft',
  offline: 'durch das signierte Zertifikat belegt',
  neverExpires: 'läuft nie ab',
  expires: (day) => `läuft am ${day} ab`,
  expired: (day) => `am ${day} abgelaufen`,
  unlicensedText:
    'Inspire braucht für den Betrieb eine gültige Lizenz: Bis eine aktiviert ist, sind Funktionen eingeschränkt.',
  migrated:
    'Auf einen neuen Server umgezogen? Deaktivieren Sie die Lizenz wenn möglich zuerst auf dem alten Server. Aktivieren Sie sie dann hier.',
  activate: 'Lizenz aktivieren',
  revalidate: 'Lizenz erneut prüfen',
  revalidated: 'Erneut geprüft: Der Lizenzserver bestätigt die Lizenz.',
  revalidatedAgainst: 'Erneut geprüft: Der Lizenzserver bestätigt die Lizenz nicht.',
  revalidateFailed: 'Die erneute Prüfung ist fehlgeschlagen',
  useOffline: 'Offline aktivieren',
  deactivate: 'Deaktivieren',
};
