import type { Plugin } from 'vite';

/** Loads a chunk that is asked for without all that could be told to the browser beforehand: none of them needs another one. */
export function noPreload(): Plugin {
  return {
    name: 'no-preload',
    enforce: 'pre',
    apply: 'build',
    transform(_, id) {
      return id.endsWith('vite/preload-helper.js')
        ? { code: 'export const __vitePreload = (load) => load();', map: null }
        : null;
    },
  };
}
