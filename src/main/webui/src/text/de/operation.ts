import type { Fate } from '../../state/fate.js';
import type { Messages } from '../en.js';

/** What became of an operation: its name, and the same in the dative. */
const fates = (name: string, ofIt: string): Record<Fate, string> => ({
  asking: `Die Seite sieht nach, was aus ${ofIt} geworden ist …`,
  unknown: `Es ist noch nicht bekannt, was aus ${ofIt} geworden ist.`,
  open: `Der Verlauf hat zu ${ofIt} noch keinen Eintrag.`,
  running: `Der Verlauf hat zu ${ofIt} noch keinen Eintrag.`,
  succeeded: `${name} ist gelungen.`,
  refused: `${name} wurde abgelehnt.`,
  failed: `${name} ist fehlgeschlagen.`,
  untraced: `Der Verlauf hat zu ${ofIt} keinen Eintrag. Sie können es erneut versuchen.`,
});

const running: Record<string, string> = {
  activate: 'Die Lizenz wird aktiviert',
  revalidate: 'Die Lizenz wird erneut geprüft',
  deactivate: 'Die Lizenz wird deaktiviert',
  retry: 'Die Freigabe wird erneut versucht',
  dismiss: 'Die Freigabe wird verworfen',
  confirm: 'Der ältere Zustand wird bestätigt',
  release: 'Ein Platz wird freigegeben',
};

export const operation: Messages['operation'] = {
  running: (action) => running[action] ?? 'Die Lizenz wird geändert',
  since: (time) => `seit ${time}`,
  sinceBy: (time, by) => `seit ${time}, durch ${by ?? 'den Dienst selbst'}`,
  nowUnderWay: (what, sinceBy) => `${what}, ${sinceBy}.`,
  formComesBack: 'Das Formular kommt zurück, wenn dies beendet ist.',
  inProgress: (running, until) =>
    `Ein anderer Vorgang läuft. ${running}.${until ? ` Wenn dieser Vorgang abgestürzt ist, kann um ${until} ein anderer beginnen.` : ''}`,
  noAnswer: 'Es kam keine Antwort',
  keptBack: 'Die Anfrage ist nicht durchgekommen',
  serviceFailed: 'Der Dienst meldet einen internen Fehler',
  reloaded: 'Die Seite wurde neu geladen, bevor die Antwort kam.',
  mayHaveShared: (time, outcome) =>
    `Vielleicht hat der Dienst Ihre Prüfung mit der einer anderen Person zusammengefasst. Der Lizenzserver wurde zuletzt am ${time} gefragt (${outcome}).`,
  fates: {
    activate: fates('Die Aktivierung', 'der Aktivierung'),
    revalidate: fates('Die erneute Prüfung', 'der erneuten Prüfung'),
    deactivate: fates('Die Deaktivierung', 'der Deaktivierung'),
    retry: fates('Der neue Versuch der Freigabe', 'dem neuen Versuch der Freigabe'),
    dismiss: fates('Das Verwerfen der Freigabe', 'dem Verwerfen der Freigabe'),
    confirm: fates('Die Bestätigung des älteren Zustands', 'der Bestätigung des älteren Zustands'),
  },
};
