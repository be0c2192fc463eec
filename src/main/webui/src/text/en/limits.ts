export const limitNames = {
  maxDisplays: 'Max Displays',
  maxAgiles: 'Max Agiles',
  aiCreditsPerMonth: 'AI Credits / mo',
};

export const limits = {
  heading: 'License Limits',
  maxDisplays: limitNames.maxDisplays,
  maxDisplaysHint: 'Total display endpoints allowed',
  maxAgiles: limitNames.maxAgiles,
  maxAgilesHint: 'Total agile/dashboard endpoints allowed',
  aiCreditsPerMonth: limitNames.aiCreditsPerMonth,
  aiCreditsPerMonthHint: 'Monthly AI credit allocation',
};
