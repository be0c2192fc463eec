import { en, type Messages } from './en.js';

/** One entry for each language that the page speaks. */
const languages: Record<string, Messages> = { en };

function chosen(): Messages {
  const wanted = [document.documentElement.lang, ...navigator.languages].map((tag) => tag.split('-')[0] ?? '');
  return wanted.map((tag) => languages[tag]).find((messages) => messages !== undefined) ?? en;
}

/** Every text of the page, in the document's language if the page speaks it. */
export const text: Messages = chosen();
