import type { Plugin } from 'vite';

const TAGS =
  'button|callout|dialog|radio-group|radio-button|radio|tab-group|tab-panel|tab|spinner|icon|badge|visually-hidden';

/** A tag's name by itself: neither an event (`wa-hide`), nor a property (`--wa-…`), nor a longer name. */
const TAG = new RegExp(`(?<![-\\w])wa-(?=(?:${TAGS})(?![-\\w]))`, 'g');

export function withOwnTags(code: string): string {
  return code.replace(TAG, 'il-wa-');
}

/**
 * Gives the components of Web Awesome tags of the page's own. A name can be defined once in a document: a host with Web
 * Awesome of its own, of another version, would else break the page, or the page the host.
 */
export function ownTags(): Plugin {
  return {
    name: 'own-tags',
    enforce: 'pre',
    transform(code, id) {
      return isOurs(id) ? { code: withOwnTags(code), map: null } : null;
    },
  };
}

function isOurs(id: string): boolean {
  return /@awesome\.me\/webawesome\/.*\.js$/.test(id) || (/\/src\/.*\.ts$/.test(id) && !id.includes('node_modules'));
}
