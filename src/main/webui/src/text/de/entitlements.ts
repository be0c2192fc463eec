import type { Messages } from '../en.js';
import { number } from './number.js';

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
  count: (included, all) => `${number(included)} von ${number(all)} enthalten`,
  shown: (count) => (count === 1 ? '1 Freischaltung angezeigt' : `${number(count)} Freischaltungen angezeigt`),
  noneFound: 'Keine Freischaltung passt zum Filter.',
  features: {
    'Device group management': 'Verwaltung von Gerätegruppen',
    'Video wall configuration': 'Konfiguration von Videowänden',
    'WebRTC screen sharing': 'Bildschirmfreigabe über WebRTC',
    'Renderer scaling': 'Skalierung des Renderers',
    'Network configuration': 'Konfiguration des Netzwerks',
    'SAML/OIDC single sign-on': 'Single Sign-on über SAML/OIDC',
    'Multi-factor authentication': 'Mehrfaktor-Anmeldung',
    'OpenTelemetry export': 'Export über OpenTelemetry',
    'Multiple tenant support': 'Mehrere Mandanten',
    'Offline license activation': 'Offline-Aktivierung von Lizenzen',
  },
  missing: (offline) =>
    offline
      ? 'Fehlt etwas? Vergleichen Sie die Tabelle mit Ihrem Vertrag, und aktivieren Sie eine neuere Lizenzdatei, um sie zu aktualisieren.'
      : 'Fehlt etwas? Prüfen Sie die Lizenz erneut, um die Freischaltungen zu aktualisieren, und vergleichen Sie die Tabelle mit Ihrem Vertrag.',
};
