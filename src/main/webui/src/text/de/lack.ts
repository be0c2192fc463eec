import type { Messages } from '../en.js';
import { tryAgainIn } from './trouble.js';

export const lack: Messages['lack'] = {
  token: () =>
    'Diese Seite hat kein Zugriffstoken bekommen: Der Identitätsanbieter oder die Anwendung, in die sie eingebettet ist, antwortet nicht.',
  offline: () => 'Dieser Browser hat keine Netzwerkverbindung.',
  unreachable: () => 'Die Verbindung zum Lizenzdienst ist fehlgeschlagen oder wurde geschlossen.',
  timeout: ({ waited }) => `Der Lizenzdienst hat nicht innerhalb von ${waited} Sekunden geantwortet.`,
  'broken-off': () => 'Die Verbindung wurde geschlossen, bevor die Antwort vollständig war.',
  gateway: ({ status }) => `Ein Proxy bekam keine Antwort vom Lizenzdienst (${status}).`,
  foreign: () => 'Die Antwort stammt nicht vom Lizenzdienst. Prüfen Sie, ob ein Proxy eine Anmeldung verlangt.',
  garbled: () => 'Die Antwort ist unvollständig oder beschädigt.',
  'no-code': ({ status, detail }) =>
    `Die Antwort ist ein Fehler in unbekannter Form (${status}).${detail ? ` ${detail}` : ''}`,
  forbidden: () =>
    'Ein Proxy oder eine Firewall hat die Anfrage abgelehnt (403). Bitten Sie deren Administrator, sie durchzulassen.',
  'too-large': () =>
    'Einem Proxy war die Anfrage zu groß (413). Bitten Sie dessen Administrator, Anfragen von 4 MB zuzulassen.',
  'too-many': ({ seconds }) => `Ein Proxy hat die Anfrage abgelehnt: zu viele Anfragen (429). ${tryAgainIn(seconds)}`,
  unavailable: ({ seconds }) => `Der Lizenzdienst ist gerade nicht verfügbar (503). ${tryAgainIn(seconds)}`,
  unexpected: ({ status }) =>
    `Die Antwort hat einen unerwarteten Status (${status}). Prüfen Sie die Adresse des Dienstes.`,
  page: () =>
    'Diese Seite konnte die Antwort durch einen eigenen Fehler nicht lesen. Laden Sie die Seite neu. Wenn das nicht hilft, melden Sie die Meldungen in der Konsole des Browsers.',
};
