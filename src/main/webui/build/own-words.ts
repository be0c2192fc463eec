import type { Plugin } from 'vite';

/**
 * Gives the components of Web Awesome the page's words, in the language that is spoken. Theirs follow the document's language,
 * which need not be the element's, and are many that no component of the page says.
 */
export function ownWords(): Plugin {
  return {
    name: 'own-words',
    enforce: 'pre',
    transform(code, id) {
      return id.includes('@awesome.me/webawesome/') && code.includes('\n// src/translations/en.ts')
        ? { code: `export { words as en_default } from '/src/style/component-words.ts';`, map: null }
        : null;
    },
  };
}
