import type { HistoryEntry } from '../../api/types.js';
import { number } from '../number.js';
import type { Values } from '../sentence.js';

export const history = {
  heading: 'History',
  lead: 'Who did what, newest first.',
  caption: 'What happened to the license',
  empty: 'Nothing has happened yet.',
  failed: 'The history can’t be shown now.',
  saveFailed: 'The history can’t be saved now.',
  more: 'Show more',
  when: 'When',
  what: 'What',
  who: 'Who',
  outcome: 'Outcome',
  service: 'The service itself',
  filter: 'Filter the history',
  everyAction: 'Everything',
  everyOutcome: 'Any outcome',
  from: 'From',
  to: 'To',
  noneFound: 'Nothing in the history matches the filter.',
  saveCsv: 'Save as CSV',
  saved: (count: number) => (count === 1 ? '1 entry was saved.' : `${number(count)} entries were saved.`),
  savedSome: (count: number) => `The newest ${number(count)} entries were saved. Narrow the filter for older ones.`,
  against: 'Not confirmed',
  held: 'Licenses held',
  heldNone: 'The history knows of no license.',
  heldFromTo: (from: string | null, to: string | null) =>
    from === null ? `until ${to}` : to === null ? `since ${from}` : from === to ? from : `${from} to ${to}`,
  heldAll: 'As far as the history reaches.',
  heldSome: 'As far as the newest 200 activations and deactivations reach.',
  /** Nouns, because what was tried may have been refused. */
  actions: {
    activate: 'Activation',
    replace: 'Replacement of the license',
    revalidate: 'Re-validation',
    deactivate: 'Deactivation',
    standing: 'Change of the standing',
    release: 'Release of a seat',
    'dismiss-release': 'Dismissal of a release',
    detach: 'Detachment of a copy',
    'seat-shared': 'Shared seat',
    'state-rolled-back': 'Older state',
    'confirm-rollback': 'Confirmation of the older state',
  } as Record<string, string>,
  /** What has succeeded, by its action. In English the service says it itself. */
  sentences: {} as Record<string, (values: Values, entry: Pick<HistoryEntry, 'standing' | 'code'>) => string | null>,
  outcomes: { succeeded: 'Succeeded', refused: 'Refused', failed: 'Failed' } as Record<string, string>,
};
