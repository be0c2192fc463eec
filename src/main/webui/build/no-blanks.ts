import type { Plugin } from 'vite';

const SHEET = /\bcss`[^`]*`/g;
const COMMENT = /\/\*[\s\S]*?\*\//g;

/** Style sheets without comments. */
export function withoutComments(code: string): string {
  return code.replace(SHEET, (sheet) => sheet.replace(COMMENT, ''));
}

/** In what is minified, only templates have lines. Their indentation is for who writes them. */
export function withoutIndentation(minified: string): string {
  return minified.replace(/\n\s+/g, '\n');
}

/** Leaves out what nobody sees of style sheets and templates, which minifiers of scripts do not touch: a twentieth of the page. */
export function noBlanks(): Plugin {
  return {
    name: 'no-blanks',
    enforce: 'pre',
    apply: 'build',
    transform(code, id) {
      return /\.[jt]s$/.test(id) && code.includes('css`') ? { code: withoutComments(code), map: null } : null;
    },
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') {
          file.code = withoutIndentation(file.code);
        }
      }
    },
  };
}
