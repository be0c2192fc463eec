import type { Messages } from '../en.js';

const graceUntil = (until: string | null) => (until ? ` Bis ${until} bleibt alles in Betrieb.` : '');

export const reason: Messages['reason'] = {
  'server-unreachable': {
    title: 'Der Lizenzserver antwortet nicht',
    text: (f) =>
      `Er hat seit ${f.lastValidated ?? 'der Aktivierung'} nicht geantwortet.${graceUntil(f.until)} Sorgen Sie dafür, dass dieser Server ${f.licensingServer} erreicht. Prüfen Sie die Lizenz dann erneut.`,
  },
  'license-expired': {
    title: 'Die Lizenz ist abgelaufen',
    text: (f) =>
      `${f.expiry ? `Sie ist am ${f.expiry} abgelaufen.` : 'Sie ist abgelaufen.'}${graceUntil(f.until)} Wenden Sie sich für die Verlängerung an ${f.contact.sales}. ${f.offline ? `Aktivieren Sie danach die neue Lizenzdatei, die Sie von ${f.contact.support} bekommen` : 'Prüfen Sie die Lizenz danach erneut'}.`,
  },
  'license-suspended': {
    title: 'Die Lizenz ist ausgesetzt',
    text: (f) =>
      `Der Hersteller hat sie ausgesetzt. Wenden Sie sich an ${f.contact.sales}. ${f.offline ? 'Aktivieren Sie danach eine neue Lizenzdatei' : 'Prüfen Sie die Lizenz danach erneut'}.`,
  },
  'license-banned': {
    title: 'Der Inhaber der Lizenz ist gesperrt',
    text: (f) =>
      `Der Hersteller hat den Inhaber dieser Lizenz gesperrt. Wenden Sie sich an ${f.contact.sales}. ${f.offline ? 'Aktivieren Sie danach eine neue Lizenzdatei' : 'Prüfen Sie die Lizenz danach erneut'}.`,
  },
  'license-unknown': {
    title: 'Der Lizenzschlüssel ist nicht mehr bekannt',
    text: (f) =>
      `Der Lizenzserver kennt diesen Schlüssel nicht mehr. Aktivieren Sie eine andere Lizenz, oder wenden Sie sich an ${f.contact.sales}.`,
  },
  'refused-by-server': {
    title: 'Der Lizenzserver lehnt die Lizenz ab',
    text: (f) =>
      `Die Hinweise unten nennen den Code des Servers. Wenden Sie sich damit an ${f.contact.support}, und prüfen Sie die Lizenz danach erneut.`,
  },
  'seat-removed': {
    title: 'Der Lizenzplatz dieser Installation wurde entfernt',
    text: (f) =>
      `Der Lizenzserver hat die Aktivierung dieser Installation aufgehoben. Aktivieren Sie erneut, um einen Platz zu belegen. Wenn Sie das nicht erwartet haben, wenden Sie sich an ${f.contact.support}.`,
  },
  'offline-not-entitled': {
    title: 'Die Lizenz enthält keine Offline-Lizenzierung',
    text: (f) =>
      `Offline-Lizenzen brauchen die Freischaltung OFFLINE_LICENSING. Aktivieren Sie die Lizenz online, oder wenden Sie sich an ${f.contact.sales}.`,
  },
  'certificate-ended': {
    title: 'Das Zertifikat ist abgelaufen',
    text: (f) =>
      f.offline
        ? `${f.certificateEnd ? `Die Lizenzdatei galt bis ${f.certificateEnd}.` : 'Die Lizenzdatei gilt nicht mehr.'} Bitten Sie ${f.contact.support} um eine neue, und aktivieren Sie diese.`
        : `Der Lizenzserver hat seit ${f.lastValidated ?? 'der Aktivierung'} nicht geantwortet, und das letzte Zertifikat ist abgelaufen. Sorgen Sie dafür, dass dieser Server ${f.licensingServer} erreicht. Prüfen Sie die Lizenz dann erneut, oder aktivieren Sie offline.`,
  },
  'certificate-unverifiable': {
    title: 'Die gespeicherte Lizenz lässt sich nicht verifizieren',
    text: (f) =>
      `Die Hinweise unten sagen, warum. Aktivieren Sie die Lizenz erneut. Wird das abgelehnt, wenden Sie sich an ${f.contact.support}.`,
  },
  'not-activated': {
    title: 'Keine Lizenz ist aktiviert',
    text: () => 'Aktivieren Sie eine Lizenz, um Inspire zu benutzen.',
  },
};
