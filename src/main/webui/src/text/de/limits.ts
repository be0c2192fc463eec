import type { Messages } from '../en.js';

export const limitNames = {
  maxDisplays: 'Displays höchstens',
  maxAgiles: 'Agiles höchstens',
  aiCreditsPerMonth: 'KI-Guthaben / Monat',
};

export const limits: Messages['limits'] = {
  heading: 'Obergrenzen der Lizenz',
  maxDisplays: limitNames.maxDisplays,
  maxDisplaysHint: 'Zulässige Display-Endpunkte insgesamt',
  maxAgiles: limitNames.maxAgiles,
  maxAgilesHint: 'Zulässige Agile- und Dashboard-Endpunkte insgesamt',
  aiCreditsPerMonth: limitNames.aiCreditsPerMonth,
  aiCreditsPerMonthHint: 'Monatliches Kontingent für KI',
};
