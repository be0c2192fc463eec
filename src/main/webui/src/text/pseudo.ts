import { en, type Messages } from './en.js';

const FILLER = 'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore ';

/** A text as it might be in a longer language, and marked: what has no mark on the page is not among the texts. */
function longer(text: string): string {
  const more = Math.ceil(text.length * 0.4);
  return `⟦${text} ${FILLER.repeat(Math.ceil(more / FILLER.length))
    .slice(0, more)
    .trim()}⟧`;
}

/** All texts of a value: also those of functions, once they are made. Their own letters stay, and what they mention is found in them. */
function pseudoOf(value: unknown): unknown {
  if (typeof value === 'string') {
    return /\p{L}/u.test(value) ? longer(value) : value;
  }
  if (typeof value === 'function') {
    return (...facts: unknown[]) => pseudoOf(value(...facts));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, pseudoOf(one)]));
  }
  return value;
}

export const pseudo = pseudoOf(en) as Messages;
