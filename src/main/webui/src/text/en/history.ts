import type { Values } from '../sentence.js';

export const history = {
  heading: 'History',
  lead: 'Who did what, newest first.',
  caption: 'What happened to the license',
  empty: 'Nothing has happened yet.',
  failed: 'The history can’t be shown now.',
  more: 'Show more',
  when: 'When',
  what: 'What',
  who: 'Who',
  outcome: 'Outcome',
  service: 'The service itself',
  actions: {
    activate: 'Activated',
    replace: 'Replaced the license',
    revalidate: 'Re-validated',
    deactivate: 'Deactivated',
    standing: 'Standing changed',
    release: 'Released a seat',
    'dismiss-release': 'Gave up a release',
    detach: 'Made an installation of its own',
    'seat-shared': 'Found the seat shared',
    'state-rolled-back': 'Found an older state',
    'confirm-rollback': 'Confirmed the older state',
  } as Record<string, string>,
  /** What has succeeded, by its action. In English the service says it itself. */
  sentences: {} as Record<string, (values: Values) => string | null>,
  outcomes: { succeeded: 'Succeeded', refused: 'Refused', failed: 'Failed' } as Record<string, string>,
};
