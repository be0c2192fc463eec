/** About what is in a license that does not count now. */
export const inForce = {
  not: 'Not in force',
  entry: (value: string) => `${value}, in the license, not in force`,
  explained: 'This is in the license, but is not valid now.',
  bringsBack: 'What brings it back',
};
