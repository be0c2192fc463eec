import type { Messages } from '../en.js';

export const swap: Messages['swap'] = {
  title: 'Zuerst die jetzige Lizenz deaktivieren?',
  text: 'Diese Installation kann nur eine Lizenz zugleich verwenden. Zuerst wird die jetzige Lizenz deaktiviert, dann die neue aktiviert.',
  unlicensed:
    'Zwischen den beiden Schritten ist das System ohne Lizenz, und Funktionen sind eingeschränkt, meist nur einige Sekunden.',
  undone:
    'Lässt sich die neue Lizenz nicht aktivieren, bleibt das System ohne Lizenz. Der neue Schlüssel bleibt im Formular, damit Sie es erneut versuchen können.',
  keepKey: 'Um zur jetzigen Lizenz zurückzukehren, brauchen Sie ihren Lizenzschlüssel:',
  confirm: 'Deaktivieren und aktivieren',
  failed: 'Die Deaktivierung ist fehlgeschlagen',
  deactivated: 'Die bisherige Lizenz ist deaktiviert. Die neue wird aktiviert.',
};
