import type { Messages } from '../en.js';
import { callsItselfLicense } from './standing.js';

export const activate: Messages['activate'] = {
  heading: 'Lizenz aktivieren',
  updateHeading: 'Lizenz aktualisieren',
  updateLead: 'Sie sehen, was sich ändert, bevor etwas angewendet wird.',
  method: 'Art der Aktivierung',
  online: 'Online',
  onlineHint: (server) =>
    `Prüft Ihren Lizenzschlüssel bei ${server}. Der Server von Inspire muss diese Adresse erreichen.`,
  offline: 'Offline',
  offlineHint: 'Für Server ohne Internetzugang: mit Lizenzschlüssel und signierter Lizenzdatei (.lic).',
  key: 'Lizenzschlüssel',
  keyHint: 'Fügen Sie den Lizenzschlüssel ein, den Sie bekommen haben.',
  keyMissing: 'Fügen Sie Ihren Lizenzschlüssel ein.',
  file: 'Lizenzdatei (.lic)',
  fileHint: 'Fügen Sie den Inhalt der Lizenzdatei ein, ziehen Sie die Datei hierher, oder wählen Sie sie aus.',
  fileMissing: 'Fügen Sie Ihre Lizenzdatei ein, ziehen Sie sie hierher, oder wählen Sie sie aus.',
  moveToFile: 'In das Feld der Lizenzdatei verschieben',
  moveToKey: 'In das Feld des Lizenzschlüssels verschieben',
  fileRefused: {
    large: (name) => `${name} ist für eine Lizenzdatei zu groß.`,
    'not-text': (name) => `${name} ist keine Lizenzdatei: Sie enthält keinen Text.`,
    unreadable: (name) => `${name} lässt sich nicht lesen. Wählen Sie eine vorhandene Datei, keinen Ordner.`,
  },
  chooseFile: 'Datei auswählen',
  fileTaken: (name) => `Aus ${name} gelesen`,
  requestTitle: 'Brauchen Sie eine Lizenzdatei?',
  requestText: (support) =>
    `Senden Sie diese Anforderung an ${support}. Die Offline-Aktivierung verlangt die Freischaltung OFFLINE_LICENSING. Offline-Lizenzen brauchen keine regelmäßige Verbindung zum Lizenzserver.`,
  requestLabel: 'Anforderung einer Lizenzdatei',
  copyRequest: 'Anforderung kopieren',
  saveRequest: 'Als Datei speichern',
  showQr: 'QR-Code anzeigen',
  hideQr: 'QR-Code ausblenden',
  qrLabel: 'Die Anforderung als QR-Code',
  qrFailed:
    'Der QR-Code konnte nicht gezeichnet werden. Kopieren Sie die Anforderung, oder speichern Sie sie als Datei.',
  submit: 'Lizenz aktivieren',
  refused: 'Die Aktivierung wurde abgelehnt',
  failed: 'Die Aktivierung ist fehlgeschlagen',
  updateRefused: 'Die Aktualisierung wurde abgelehnt und hat nichts geändert',
  updateFailed: 'Die Aktualisierung ist fehlgeschlagen und hat nichts geändert',
  activated: (name) =>
    name
      ? callsItselfLicense(name)
        ? `„${name}“ ist aktiv.`
        : `Die Lizenz ${name} ist aktiv.`
      : 'Die Lizenz ist aktiv.',
};
