import type { Messages } from '../en.js';

export const deactivate: Messages['deactivate'] = {
  title: 'Diese Lizenz deaktivieren?',
  text: 'Die Lizenz wird von dieser Maschine entfernt und ist damit für einen anderen Server frei. Das System ist sofort ohne Lizenz, und Funktionen sind eingeschränkt.',
  copies: 'Auch jede Kopie dieser Datenbank verliert ihre Lizenz: Alle Kopien teilen sich diesen Lizenzplatz.',
  online:
    'Wenn der Lizenzserver jetzt nicht zu erreichen ist, versucht der Dienst die Freigabe erneut, bis sie gelingt.',
  offline: (support) =>
    `Dies ist eine Offline-Lizenz: Nur ${support} kann ihren Lizenzplatz für einen anderen Server freigeben.`,
  keepKey: 'Um sie wieder zu aktivieren, brauchen Sie den Lizenzschlüssel:',
  confirm: 'Deaktivierung bestätigen',
  failed: 'Die Deaktivierung ist fehlgeschlagen',
  completed: 'Deaktiviert. Die Lizenz ist für einen anderen Server frei.',
  pending: 'Deaktiviert. Der Platz ist noch nicht frei: Der Dienst versucht die Freigabe erneut, bis sie gelingt.',
  notPossible: 'Deaktiviert. Der Platz ist nicht frei: siehe „Ein Lizenzplatz ist noch belegt“.',
  blocked: 'Deaktiviert. Der Platz ließ sich nicht freigeben: siehe „Noch freizugebende Lizenzplätze“.',
};
