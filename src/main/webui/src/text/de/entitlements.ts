import type { Messages } from '../en.js';

export const entitlements: Messages['entitlements'] = {
  heading: 'Freischaltungen',
  lead: 'Funktionen, die Ihre Lizenz enthält. Davon hängt ab, was in Inspire freigeschaltet ist.',
  caption: 'Freischaltungen und ob die Lizenz sie enthält',
  entitlement: 'Freischaltung',
  feature: 'Funktion',
  included: 'Enthalten',
  yes: 'Ja',
  no: 'Nein',
  filter: 'Freischaltungen filtern',
  count: (included, all) => `${included} von ${all} enthalten`,
  shown: (count) => (count === 1 ? '1 Freischaltung angezeigt' : `${count} Freischaltungen angezeigt`),
  noneFound: 'Keine Freischaltung passt zum Filter.',
  missing: (offline) =>
    offline
      ? 'Fehlt etwas? Vergleichen Sie die Tabelle mit Ihrem Vertrag, und aktivieren Sie eine neuere Lizenzdatei, um sie zu aktualisieren.'
      : 'Fehlt etwas? Prüfen Sie die Lizenz erneut, um die Freischaltungen zu aktualisieren, und vergleichen Sie die Tabelle mit Ihrem Vertrag.',
};
