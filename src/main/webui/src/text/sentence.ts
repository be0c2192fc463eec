import type { HistoryEntry, Note } from '../api/types.js';
import { localized } from './format.js';
import { text } from './text.js';

/** What the service tells beside a code. Times are texts in ISO 8601. */
export type Values = Record<string, string | number | boolean | null | undefined>;

/** What is said about something of the service. */
export interface Sentence {
  words: string;
  /** What the service itself says, in English: where it is not what is said here. */
  service: string | null;
  /** Whether the words are the service's own, in English, whatever language is spoken. */
  foreign: boolean;
}

interface Told {
  code: string;
  detail: string;
  values?: Values;
}

/** What is said about a refusal. English is the service's language: it says more than its code does. */
export function refusalSentence({ code, detail, values }: Told): Sentence {
  return either(text.refusals[code]?.says(inReadersTime(values ?? {})) ?? null, detail);
}

/** What is said about something to look at. */
export function noteSentence({ code, detail, values }: Note): Sentence {
  return either(text.noteTexts[code]?.(inReadersTime(values as Values)) ?? null, detail);
}

/** What is said about an entry of the history. */
export function entrySentence(entry: HistoryEntry): Sentence {
  const { action, outcome, code, detail } = entry;
  const values = inReadersTime((entry as { values?: Values }).values ?? {});
  const says =
    outcome === 'succeeded' ? text.history.sentences[action]?.(values, entry) : text.refusals[code ?? '']?.says(values);
  return either(says ?? null, detail);
}

/** What came of a question to the licensing server, in words. */
export function outcomeWords(code: string): string {
  return text.details.outcomes[code] ?? text.details.otherOutcome(code);
}

/** The times among some values as the reader writes them. */
export function inReadersTime(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? localized(value) : value]),
  );
}

/** What the service says, which is all that is known. */
export function serviceSentence(detail: string): Sentence {
  return { words: localized(detail), service: null, foreign: text.common.tag !== 'en' };
}

function either(own: string | null, detail: string): Sentence {
  return own === null ? serviceSentence(detail) : { words: own, service: localized(detail), foreign: false };
}
