import type { Plugin } from 'vite';

/**
 * Leaves out the icons of Web Awesome: the page draws its own, and theirs would be fetched from another host. They are a
 * fifth of all that Web Awesome brings.
 */
export function noIcons(): Plugin {
  let isBuild = false;
  let left = 0;
  return {
    name: 'no-icons',
    enforce: 'pre',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    transform(code, id) {
      if (!id.includes('@awesome.me/webawesome/') || !code.includes('\n// src/components/icon/')) {
        return null;
      }
      left++;
      return { code: nothingOf(code), map: null };
    },
    buildEnd(error) {
      if (isBuild && !error && left === 0) {
        this.error('Web Awesome has its icons somewhere else now: see build/no-icons.ts.');
      }
    },
  };
}

/** The same exports, of nothing. */
function nothingOf(code: string): string {
  const names = /export \{([^}]*)\}/.exec(code)?.[1]?.split(',') ?? [];
  return names.map((name) => `export const ${name.trim()} = undefined;`).join('\n');
}
