import type { Messages } from '../en.js';

export const deactivate: Messages['deactivate'] = {
  title: 'Diese Lizenz deaktivieren?',
  text: 'Die Lizenz wird von dieser Maschine entfernt und ist damit für einen anderen Server frei. Das System ist sofort ohne Lizenz, und Funktionen sind eingeschränkt.',
  copies: 'Auch jede Kopie dieser Datenbank verliert ihre Lizenz: Sie teilen sich diesen Platz.',
  online: 'Wenn der Lizenzserver jetzt nicht zu erreichen ist, wird die Freigabe erneut versucht, bis sie gelingt.',
  offline: (support) =>
    `Dies ist eine Offline-Lizenz: Nur ${support} kann ihren Platz für einen anderen Server freigeben.`,
  keepKey: 'Um sie wieder zu aktivieren, brauchen Sie den Lizenzschlüssel:',
  confirm: 'Deaktivierung bestätigen',
  failed: 'Die Deaktivierung ist fehlgeschlagen',
  completed: 'Deaktiviert. Die Lizenz ist für einen anderen Server frei.',
  pending: 'Deaktiviert. Der Platz ist noch nicht frei: Die Freigabe wird erneut versucht, bis sie gelingt.',
  notPossible: 'Deaktiviert. Der Platz ist nicht frei: siehe „Ein Platz ist noch belegt“.',
  blocked: 'Deaktiviert. Der Platz ließ sich nicht freigeben: siehe „Noch freizugebende Plätze“.',
};
