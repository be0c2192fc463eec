/** About what is in a license that does not count now. */
export const inForce = {
  not: 'Not in force',
  entry: (value: string) => `${value}, in the license, not in force`,
  explained: 'The license includes this, but it is not in force now.',
  bringsBack: 'How to restore it',
};
