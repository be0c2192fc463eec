import type { Plugin } from 'vite';

const REM = /(?<![\w.])(-?(?:\d*\.)?\d+)rem\b/g;

/** One rule of the style sheets in a source: from its opening to its closing. */
const SHEET = /\bcss`[^`]*`/g;

/** What asks for a width, where a variable counts for nothing. */
const QUERY = /@(?:container|media)[^{]*/g;

/**
 * The lengths of a source's style sheets in the page's own unit, `--il-rem`: the size of the reader's font. A `rem` is the
 * size of the font of the host's root, which may be any.
 */
export function inOwnUnit(code: string): string {
  return code.replace(SHEET, (sheet) =>
    sheet.replace(QUERY, (query) => query.replace(REM, '$1em')).replace(REM, 'calc($1 * var(--il-rem))'),
  );
}

/** Lets sources be written in `rem`, and the page be independent of the font size of the root around it. */
export function ownUnit(): Plugin {
  return {
    name: 'own-unit',
    enforce: 'pre',
    transform(code, id) {
      return /\/src\/.*\.ts$/.test(id) && !id.includes('node_modules') ? { code: inOwnUnit(code), map: null } : null;
    },
  };
}
