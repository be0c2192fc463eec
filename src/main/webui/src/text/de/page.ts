import type { Messages } from '../en.js';

export const page: Messages['page'] = {
  title: 'Lizenzierung',
  lead: 'Verwalten Sie die Lizenz Ihrer Inspire-Plattform: aktivieren, prüfen und deaktivieren.',
  statusTab: 'Stand',
  activateTab: 'Aktivieren',
  updateTab: 'Lizenz aktualisieren',
  tabs: 'Lizenzierung',
  loading: 'Die Lizenz wird geladen …',
  help: 'Hilfe',
  troubleshooting: 'Hilfe bei Problemen mit der Lizenz',
  documentation: 'Dokumentation',
  changedElsewhere: 'Soeben aktualisiert: Die Lizenz wurde an anderer Stelle geändert.',
};
