const HEAD = 6;
const TAIL = 4;
/** So many characters stay hidden at least. */
const HIDDEN = 12;

/**
 * A license key as it may be shown to anybody: by its first six and last four characters if twelve stay hidden, else by its last
 * four, and of a short one nothing. The service masks by the same rule.
 */
export function masked(key: string): string {
  const characters = [...key];
  const length = characters.length;
  const head = length >= HEAD + TAIL + HIDDEN ? characters.slice(0, HEAD) : [];
  const tail = length >= TAIL + HIDDEN ? characters.slice(-TAIL) : [];
  return [...head, '…', ...tail].join('');
}
