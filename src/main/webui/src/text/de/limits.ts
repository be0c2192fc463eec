import type { Messages } from '../en.js';

export const limitNames = {
  maxDisplays: 'Max. Displays',
  maxAgiles: 'Max. Agiles',
  aiCreditsPerMonth: 'KI-Credits / Monat',
};

export const limits: Messages['limits'] = {
  heading: 'Obergrenzen der Lizenz',
  maxDisplays: limitNames.maxDisplays,
  maxDisplaysHint: 'Zulässige Display-Endpunkte insgesamt',
  maxAgiles: limitNames.maxAgiles,
  maxAgilesHint: 'Zulässige Agile- und Dashboard-Endpunkte insgesamt',
  aiCreditsPerMonth: limitNames.aiCreditsPerMonth,
  aiCreditsPerMonthHint: 'Monatliches Kontingent an KI-Credits',
};
