import type { Messages } from '../en.js';

export const inForce: Messages['inForce'] = {
  not: 'Nicht in Kraft',
  entry: (value) => `${value}, in der Lizenz enthalten, nicht in Kraft`,
  explained: 'Das steht in der Lizenz, gilt aber zurzeit nicht.',
  bringsBack: 'Was es zurückbringt',
};
