export const support = {
  title: 'Details for support',
  lead: (support: string) => `${support} needs these details to help you. The license key is not among them.`,
  copy: 'Copy details for support',
  save: 'Save details as file',
};
