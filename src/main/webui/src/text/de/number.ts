/**
 * A number as a reader of German writes it: by the reader's own country where it is known. It stands here because what the page's
 * first file and that of a language share would be a third one to fetch.
 */
export function number(value: number): string {
  return value.toLocaleString(navigator.languages.find((tag) => tag.startsWith('de')) ?? 'de');
}
