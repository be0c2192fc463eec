import type { Messages } from '../en.js';

export const warnings: Messages['warnings'] = {
  daysLeft: (days) => (days === 0 ? 'Weniger als ein Tag übrig' : days === 1 ? 'Noch 1 Tag' : `Noch ${days} Tage`),
  more: (count) => (count === 1 ? 'und 1 weitere Warnung:' : `und ${count} weitere Warnungen:`),
  putAside: 'Vorerst ausblenden',
  putAsideAbout: (title) => `(${title})`,
  see: 'Was zu tun ist',
  seeAbout: (title) => `zu: ${title}`,
  acts: {
    revalidate: 'Lizenz erneut prüfen',
    activateAgain: 'Erneut aktivieren',
    activateOnline: 'Lizenz aktualisieren',
    activateOffline: 'Lizenzdatei aktivieren',
    confirmRollback: 'Älteren Zustand bestätigen',
    releases: 'Plätze anzeigen',
  },
  kinds: {
    'license-ends': {
      title: 'Die Lizenz läuft bald ab',
      text: (f) =>
        `Sie läuft am ${f.expiry} ab. Wenden Sie sich für die Verlängerung an ${f.contact.sales}. ${f.offline ? `Aktivieren Sie danach die neue Lizenzdatei, die Sie von ${f.contact.support} bekommen` : 'Prüfen Sie die Lizenz danach erneut'}.`,
    },
    'file-ends': {
      title: 'Die Lizenzdatei läuft bald ab',
      text: (f) =>
        `Sie gilt hier bis ${f.certificateEnd}. Bitten Sie ${f.contact.support} um eine neuere Lizenzdatei, und aktivieren Sie diese.`,
    },
    'certificate-ends': {
      title: 'Das Zertifikat wird nicht erneuert',
      text: (f) => `Wenden Sie sich an ${f.contact.support}, und prüfen Sie die Lizenz danach erneut.`,
    },
    'state-rolled-back': {
      title: 'Die Datenbank hatte einen älteren Zustand',
      text: (f) =>
        `Wurde absichtlich eine ältere Datenbank eingespielt, bestätigen Sie den älteren Zustand. Fragen Sie sonst die Person, die die Datenbank betreibt, oder ${f.contact.support}.`,
    },
    clock: {
      title: 'Eine Uhr geht vielleicht falsch',
      text: (f) =>
        `Bitten Sie die Person, die diesen Server betreibt, seine Uhr und seine Datenbank zu prüfen${f.offline ? '' : '. Prüfen Sie die Lizenz danach erneut'}. Wenn das nicht hilft, wenden Sie sich an ${f.contact.support}.`,
    },
    'clock-challenge': {
      title: 'Die Zeit stimmt vielleicht nicht',
      text: (f) =>
        `Die Zeit dieses Servers stimmt vielleicht nicht. Senden Sie die Anforderung einer Lizenzdatei an ${f.contact.support}: Sie enthält einen Code („Clock Challenge“), mit dem die neue Datei die Zeit berichtigt. Aktivieren Sie danach die Datei, die Sie bekommen.`,
    },
    'seat-shared': {
      title: 'Der Lizenzplatz wird geteilt',
      text: (f) => `Wenn Sie von keiner Kopie wissen, fragen Sie ${f.contact.support}, wer den Platz benutzt.`,
    },
    'release-blocked': {
      title: 'Ein Lizenzplatz lässt sich nicht freigeben',
      text: (f) =>
        `Der Lizenzserver lehnt die Freigabe seit ${f.since} ab. Senden Sie die Angaben zum Platz an ${f.contact.support}, oder versuchen Sie die Freigabe erneut.`,
    },
    'release-queued': {
      title: 'Ein Lizenzplatz ist noch nicht freigegeben',
      text: (f) =>
        `Der Dienst versucht die Freigabe seit ${f.since} und macht damit weiter. Prüfen Sie, ob dieser Server ${f.licensingServer} erreicht.`,
    },
    'seat-left': {
      title: 'Ein Lizenzplatz ist noch belegt',
      text: (f) =>
        `Die Offline-Lizenz${f.key ? ` ${f.key}` : ''} wurde hier am ${f.since} deaktiviert. Ihren Platz kann nur ${f.contact.support} für einen anderen Server freigeben: Senden Sie den Fingerabdruck dieser Installation dorthin.`,
    },
  },
};
