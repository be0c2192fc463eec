import type { Messages } from '../en.js';

export const tryAgainIn: Messages['trouble']['retry'] = (seconds) =>
  seconds
    ? `Versuchen Sie es in ${seconds === 1 ? '1 Sekunde' : `${seconds} Sekunden`} erneut.`
    : 'Versuchen Sie es später erneut.';

export const trouble: Messages['trouble'] = {
  signedOutTitle: 'Sie sind abgemeldet',
  signedOutText: 'Melden Sie sich an, um die Lizenz dieser Installation zu sehen.',
  endedTitle: 'Ihre Sitzung ist beendet',
  endedText: 'Melden Sie sich erneut an, um fortzufahren. Ihre Eingaben sind noch da.',
  signIn: 'Anmelden',
  roleTitle: 'Für die Lizenzierung brauchen Sie die Rolle Admin',
  roleText: (administrators) =>
    `Sie sind angemeldet, aber ohne die Rolle Admin. Bitten Sie ${administrators ?? 'die Person, die Inspire hier verwaltet,'} um diese Rolle, und melden Sie sich dann erneut an.`,
  signInAgain: 'Erneut anmelden',
  awayTitle: 'Der Lizenzdienst antwortet nicht',
  pageTitle: 'Auf dieser Seite ist ein Fehler aufgetreten',
  tokenTitle: 'Ihre Anmeldung lässt sich gerade nicht verlängern',
  awayText: 'Dieses Problem betrifft lizenzierte Funktionen nicht. Die Seite versucht es von selbst erneut.',
  awayKept:
    'Sie sehen den letzten bekannten Stand, und Ihre Eingaben sind noch da. Die Seite versucht es von selbst erneut.',
  occupied: 'Ein anderer Vorgang dieser Seite läuft noch. Versuchen Sie es erneut, wenn er beendet ist.',
  retry: tryAgainIn,
};
