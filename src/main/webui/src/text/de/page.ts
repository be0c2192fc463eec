import type { Messages } from '../en.js';

export const page: Messages['page'] = {
  title: 'Lizenzierung',
  lead: 'Verwalten Sie die Lizenz Ihrer Inspire-Plattform: aktivieren, prüfen und deaktivieren.',
  statusTab: 'Stand',
  activateTab: 'Aktivieren',
  updateTab: 'Lizenz aktualisieren',
  tabs: 'Lizenzierung',
  loading: 'Die Lizenz wird geladen …',
  changedElsewhere: 'Soeben aktualisiert: Die Lizenz wurde an anderer Stelle geändert.',
};
