import type { Contacts } from '../../api/types.js';
import type { Values } from '../sentence.js';

/** What is said about a refusal, and what to do about it. */
export interface Refusal {
  /** Null where the values that it needs are not there. */
  says: (values: Values) => string | null;
  fix: (contacts: Contacts) => string;
}

/** By code. In English the service says both itself, and knows more than the code does. */
export const refusals: Record<string, Refusal> = {};
