import type { Messages } from '../en.js';
import { number } from './number.js';
import { details } from './details.js';
import { noteTexts } from './note-texts.js';
import { reason } from './reason.js';
import { standing } from './standing.js';

export const history: Messages['history'] = {
  heading: 'Verlauf',
  lead: 'Wer was getan hat, das Neueste zuerst.',
  caption: 'Was mit der Lizenz geschehen ist',
  empty: 'Noch ist nichts geschehen.',
  failed: 'Der Verlauf lässt sich gerade nicht anzeigen.',
  saveFailed: 'Der Verlauf lässt sich gerade nicht speichern.',
  more: 'Mehr anzeigen',
  when: 'Wann',
  what: 'Was',
  who: 'Wer',
  outcome: 'Ergebnis',
  service: 'Der Dienst selbst',
  filter: 'Verlauf filtern',
  everyAction: 'Alles',
  everyOutcome: 'Jedes Ergebnis',
  from: 'Von',
  to: 'Bis',
  noneFound: 'Nichts im Verlauf passt zum Filter.',
  saveCsv: 'Als CSV speichern',
  saved: (count) => (count === 1 ? '1 Eintrag wurde gespeichert.' : `${number(count)} Einträge wurden gespeichert.`),
  savedSome: (count) =>
    `Die neuesten ${number(count)} Einträge wurden gespeichert. Für ältere grenzen Sie den Filter ein.`,
  against: 'Nicht bestätigt',
  held: 'Bisherige Lizenzen',
  heldNone: 'Der Verlauf kennt keine Lizenz.',
  heldFromTo: (from, to) =>
    from === null ? `bis ${to}` : to === null ? `seit ${from}` : from === to ? from : `${from} bis ${to}`,
  heldAll: 'So weit der Verlauf reicht.',
  heldSome: 'So weit die neuesten 200 Aktivierungen und Deaktivierungen reichen.',
  actions: {
    activate: 'Aktivierung',
    replace: 'Wechsel der Lizenz',
    revalidate: 'Erneute Prüfung',
    deactivate: 'Deaktivierung',
    standing: 'Änderung des Stands',
    release: 'Freigabe eines Lizenzplatzes',
    'dismiss-release': 'Verwerfen einer Freigabe',
    detach: 'Abtrennung einer Kopie',
    'seat-shared': 'Geteilter Lizenzplatz',
    'state-rolled-back': 'Älterer Zustand',
    'confirm-rollback': 'Bestätigung des älteren Zustands',
  },
  sentences: {
    activate: ({ method }) =>
      method === 'offline'
        ? 'Eine Lizenz wurde mit einer Lizenzdatei aktiviert.'
        : method === 'online'
          ? 'Eine Lizenz wurde beim Lizenzserver aktiviert.'
          : null,
    replace: ({ method }) =>
      method === 'offline'
        ? 'Die Lizenz wurde durch eine andere ersetzt, mit einer Lizenzdatei.'
        : method === 'online'
          ? 'Die Lizenz wurde durch eine andere ersetzt, die beim Lizenzserver aktiviert ist.'
          : null,
    revalidate: ({ verdict }) =>
      verdict === 'good'
        ? 'Der Lizenzserver bestätigt die Lizenz.'
        : verdict
          ? `Der Lizenzserver bestätigt die Lizenz nicht: ${details.outcomes[String(verdict)] ?? details.otherOutcome(String(verdict))}.`
          : null,
    deactivate: ({ release }) =>
      release === 'not-possible'
        ? 'Die Lizenz wurde hier entfernt. Ihren Lizenzplatz kann nur der Hersteller freigeben.'
        : 'Die Lizenz wurde hier entfernt.',
    release: ({ seat }) => (seat ? `Der Platz ${seat} ist freigegeben.` : null),
    'dismiss-release': ({ seat }) => (seat ? `Die Freigabe des Platzes ${seat} wird nicht weiter versucht.` : null),
    standing: (_, { standing: to, code }) => {
      const why = code ? reason[code]?.title : undefined;
      // A later service may know more standings.
      const what = to && (standing[to] as (typeof standing)[typeof to] | undefined)?.title;
      return what ? `${what}${why ? `: ${why}` : ''}.` : null;
    },
    'seat-shared': (values) => noteTexts['seat-shared']!(values),
    'state-rolled-back': (values) => noteTexts['state-rolled-back']!(values),
    detach: () => 'Der Befehl installation detach hat diese kopierte Datenbank zu einer eigenen Installation gemacht.',
    'confirm-rollback': () => 'Der ältere Zustand der Datenbank wurde bestätigt.',
  },
  outcomes: { succeeded: 'Erfolgreich', refused: 'Abgelehnt', failed: 'Fehlgeschlagen' },
};
