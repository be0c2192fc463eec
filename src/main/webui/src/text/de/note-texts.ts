import type { Limits, Note } from '../../api/types.js';
import type { Messages } from '../en.js';
import { limitNames } from './limits.js';

const limitName = (field: Note['values'][string] | undefined) => limitNames[field as keyof Limits] ?? field;

export const noteTexts: Messages['noteTexts'] = {
  'limit-missing': ({ field }) => `Die Lizenz setzt „${limitName(field)}“ nicht, deshalb ist diese Obergrenze 0.`,
  'limit-invalid': ({ field, found }) =>
    `Die Lizenz setzt „${limitName(field)}“ auf einen ungültigen Wert${found ? ` (${found})` : ''}, deshalb ist diese Obergrenze 0.`,
  'grace-period-invalid': () =>
    'Die Lizenz setzt ihre Nachfrist auf einen ungültigen Wert, deshalb gibt es keine Nachfrist.',
  'entitlement-code-similar': ({ count, codes }) =>
    count === 1
      ? `Die Lizenz enthält den Code einer Freischaltung, der einem Code von Inspire nur ähnelt. Er schaltet nichts frei: ${codes}.`
      : `Die Lizenz enthält ${count} Codes von Freischaltungen, die den Codes von Inspire nur ähneln. Sie schalten nichts frei: ${codes}.`,
  'entitlement-code-ambiguous': ({ count, codes }) =>
    count === 1
      ? `Die Lizenz enthält den Code einer Freischaltung, der auch ein Pfad oder ein Flag des Dienstes ist. Programme lesen ihn unter dieser Adresse: ${codes}.`
      : `Die Lizenz enthält ${count} Codes von Freischaltungen, die auch Pfade oder Flags des Dienstes sind. Programme lesen sie unter diesen Adressen: ${codes}.`,
  'refused-by-server': ({ serverCode, checkInCode }) =>
    `Der Lizenzserver lehnt diese Lizenz mit dem Code ${serverCode} ab.` +
    (checkInCode ? ` Die Meldung dieser Installation nahm er nicht an (${checkInCode}).` : ''),
  'certificate-not-renewed': ({ code, endsAt }) =>
    `Der Lizenzserver erneuert das Zertifikat dieser Lizenz nicht (${code}). Die Lizenz gilt hier bis ${endsAt}.`,
  'certificate-older': ({ issuedAt, newestIssuedAt }) =>
    `Das gespeicherte Zertifikat wurde am ${issuedAt} ausgestellt. Diese Installation hatte schon ein neueres, vom ${newestIssuedAt}.`,
  'stored-license-edited': () => 'Ein anderes Programm hat die gespeicherte Lizenz in der Datenbank geändert.',
  'known-time-edited': () =>
    'Ein anderes Programm hat die gespeicherte Zeit in der Datenbank geändert. Lizenzdateien lassen sich nach einer Online-Aktivierung wieder aktivieren.',
  'host-clock-behind': ({ hostTime, knownTime }) =>
    `Die Uhr dieses Servers zeigt ${hostTime}, aber der Dienst hat schon ${knownTime} festgehalten und rechnet mit dieser Zeit.`,
  'host-clock-differs': ({ hostTime, serverTime }) =>
    `Die Uhr dieses Servers zeigte ${hostTime}, als die des Lizenzservers ${serverTime} zeigte.`,
  'database-clock-differs': ({ hostTime, databaseTime }) =>
    `Die Uhr dieses Servers zeigte ${hostTime}, als die von PostgreSQL ${databaseTime} zeigte.`,
  'fingerprint-differs': ({ configured, inUse }) =>
    `Konfiguriert ist der Fingerabdruck ${configured}, aber diese Installation ist als ${inUse} bekannt. Die nächste Aktivierung verwendet den konfigurierten.`,
  'state-not-current': ({ since }) =>
    `Dieser Server konnte den jetzigen Zustand seit ${since} nicht aus der Datenbank lesen. Was hier steht, kann sich geändert haben.`,
  'time-not-stored': ({ storedTime }) =>
    `Der Dienst konnte die Zeit seit ${storedTime} nicht in der Datenbank speichern. Wird er hart beendet, geht die Zeit seitdem verloren.`,
  'state-rolled-back': ({ seenAt }) =>
    `Am ${seenAt} hatte die Datenbank einen älteren Zustand als zuvor. Jemand hat eine ältere Datenbank eingespielt, oder bei einem Failover gingen Änderungen verloren.`,
  'certificate-unverifiable': () =>
    'Das gespeicherte Zertifikat besteht die Prüfung nicht. Deshalb gilt diese Lizenz zurzeit nicht.',
  'audit-trail-unsound': () =>
    'Der Verlauf in der Datenbank ist nicht mehr verlässlich: Ein anderes Programm hat ihn geändert, oder sein Schlüssel fehlt in licensing.secret.keys.',
  'seat-shared': ({ days, lastAt }) =>
    `Jemand anderes hat den Platz dieser Installation an ${days} der letzten 60 Tage benutzt, zuletzt am ${lastAt}. Geben Sie einer Kopie dieser Installation mit dem Befehl „installation detach“ eine eigene Identität.`,
};
