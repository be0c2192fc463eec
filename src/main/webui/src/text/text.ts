import { en, type Messages } from './en.js';

type Sections = Record<string, Record<string, unknown>>;

/**
 * Every text of the page, in the language that is spoken now. A section stays the same object in all of them, so that
 * whoever keeps one speaks the next language too; a single text must be read when it is shown.
 */
export const text = Object.fromEntries(
  Object.entries(en as Sections).map(([name, section]) => [name, { ...section }]),
) as Messages;

/** Speaks another language from now on. */
export function speak(messages: Messages): void {
  for (const [name, section] of Object.entries(messages as Sections)) {
    const spoken = (text as Sections)[name]!;
    for (const one of Object.keys(spoken)) {
      delete spoken[one]; // Not every language has a text for every code.
    }
    Object.assign(spoken, section);
  }
}
