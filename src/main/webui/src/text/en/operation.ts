import type { Action } from '../../api/types.js';
import type { Fate } from '../../state/fate.js';

/** What became of an operation, by its name. */
const fates = (operation: string): Record<Fate, string> => ({
  asking: `The page looks up the result of the ${operation} …`,
  unknown: `The result of the ${operation} is not known yet.`,
  open: `The history has no entry of the ${operation} yet.`,
  running: `The history has no entry of the ${operation} yet.`,
  succeeded: `The ${operation} succeeded.`,
  refused: `The ${operation} was refused.`,
  failed: `The ${operation} failed.`,
  untraced: `The history has no entry of the ${operation}. You can try again.`,
});

/** What is being done, by this page or by the service. */
const running: Record<string, string> = {
  activate: 'The license is being activated',
  revalidate: 'The license is being re-validated',
  deactivate: 'The license is being deactivated',
  retry: 'The release is being tried again',
  dismiss: 'The release is being dismissed',
  confirm: 'The older state is being confirmed',
  release: 'A seat is being released',
};

/** What is said about an operation while it runs, and when its answer did not come. */
export const operation = {
  running: (action: string) => running[action] ?? 'The license is being changed',
  since: (time: string) => `since ${time}`,
  sinceBy: (time: string, by: string | null) => `since ${time}, by ${by ?? 'the service itself'}`,
  nowUnderWay: (what: string, sinceBy: string) => `${what} ${sinceBy}.`,
  formComesBack: 'The form comes back when this is over.',
  inProgress: (running: string, until: string | null) =>
    `Another operation is under way: ${running.charAt(0).toLowerCase()}${running.slice(1)}.${until ? ` If that operation has crashed, another one can begin at ${until}.` : ''}`,
  noAnswer: 'No answer came',
  keptBack: 'The request did not get through',
  serviceFailed: 'The service reports an internal error',
  reloaded: 'The page was loaded again before the answer came.',
  mayHaveShared: (time: string, outcome: string) =>
    `Another admin’s re-validation may have included yours. The licensing server was last asked on ${time} (${outcome}).`,
  fates: {
    activate: fates('activation'),
    revalidate: fates('re-validation'),
    deactivate: fates('deactivation'),
    retry: fates('new attempt at the release'),
    dismiss: fates('dismissal of the release'),
    confirm: fates('confirmation of the older state'),
  } satisfies Record<Action, Record<Fate, string>>,
};
