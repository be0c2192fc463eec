import type { Messages } from '../en.js';

export const inForce: Messages['inForce'] = {
  not: 'Nicht in Kraft',
  entry: (value) => `${value}, in der Lizenz enthalten, nicht in Kraft`,
  explained: 'Die Lizenz enthält das, aber es gilt zurzeit nicht.',
  bringsBack: 'So gilt es wieder',
};
