import type { Limits, Note } from '../../api/types.js';
import type { Messages } from '../en.js';
import { limitNames } from './limits.js';

const limitName = (field: Note['values'][string] | undefined) => limitNames[field as keyof Limits] ?? field;

export const noteTexts: Messages['noteTexts'] = {
  'limit-missing': ({ field }) => `Die Lizenz setzt „${limitName(field)}“ nicht, deshalb ist diese Obergrenze 0.`,
  'limit-invalid': ({ field, found }) =>
    `Die Lizenz setzt „${limitName(field)}“ auf keine brauchbare Zahl${found ? ` (${found})` : ''}, deshalb ist diese Obergrenze 0.`,
  'grace-period-invalid': () =>
    'Die Lizenz setzt ihre Nachfrist auf keine brauchbare Zahl von Tagen, deshalb gibt es keine.',
  'entitlement-code-similar': ({ count, codes }) =>
    count === 1
      ? `Die Lizenz enthält den Code einer Freischaltung, der nur wenig von einem von Inspire abweicht. Er schaltet nichts frei: ${codes}.`
      : `Die Lizenz enthält ${count} Codes von Freischaltungen, die nur wenig von denen von Inspire abweichen. Sie schalten nichts frei: ${codes}.`,
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
    `Die Uhr dieses Servers zeigt ${hostTime}, aber ${knownTime} ist schon bewiesen und gilt.`,
  'host-clock-differs': ({ hostTime, serverTime }) =>
    `Die Uhr dieses Servers zeigte ${hostTime}, als die des Lizenzservers ${serverTime} zeigte.`,
  'database-clock-differs': ({ hostTime, databaseTime }) =>
    `Die Uhr dieses Servers zeigte ${hostTime}, als die von PostgreSQL ${databaseTime} zeigte.`,
  'fingerprint-differs': ({ configured, inUse }) =>
    `Konfiguriert ist der Fingerabdruck ${configured}, aber diese Installation ist als ${inUse} bekannt. Die nächste Aktivierung verwendet den konfigurierten.`,
  'state-not-current': ({ since }) =>
    `Dieser Server konnte den jetzigen Zustand seit ${since} nicht aus der Datenbank lesen. Was hier steht, kann sich geändert haben.`,
  'time-not-stored': ({ storedTime }) =>
    `Seit ${storedTime} hat die Datenbank keine Zeit gespeichert. Wird der Dienst hart beendet, ist vergessen, was seitdem vergangen ist.`,
  'state-rolled-back': ({ seenAt }) =>
    `Am ${seenAt} hatte die Datenbank einen älteren Zustand als zuvor. Jemand hat eine ältere Datenbank eingespielt, oder bei einem Failover gingen Änderungen verloren.`,
  'certificate-unverifiable': () =>
    'Das gespeicherte Zertifikat besteht die Prüfung nicht, deshalb ist von dieser Lizenz nichts belegt.',
  'audit-trail-unsound': () =>
    'Ein anderes Programm hat den Verlauf in der Datenbank geändert: Was er sagt, ist nicht mehr sicher.',
  'seat-shared': ({ days, lastAt }) =>
    `Jemand anderes hat den Platz dieser Installation an ${days} der letzten 60 Tage benutzt, zuletzt am ${lastAt}. Geben Sie einer Kopie dieser Installation eine eigene Identität: installation detach.`,
};
