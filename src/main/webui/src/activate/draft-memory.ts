import { inTab } from '../api/tab.js';
import { EMPTY, type Draft } from './draft.js';

const NAME = 'inspire-licensing-draft';

/**
 * What is typed into the form, kept over a reload: by the browser's tab, as long as it keeps the reader's token. Only the
 * standalone page has one; embedded, the page leaves nothing of a license in the host's storage.
 */
export class DraftMemory {
  read(): Draft {
    return inTab((tab) => draftOf(JSON.parse(tab.getItem(NAME) ?? 'null'))) ?? EMPTY;
  }

  keep(draft: Draft): void {
    if (draft.method === EMPTY.method && !draft.key && !draft.file) {
      this.forget();
    } else {
      inTab((tab) => tab.setItem(NAME, JSON.stringify(draft)));
    }
  }

  forget(): void {
    inTab((tab) => tab.removeItem(NAME));
  }
}

/** A draft as it was kept; another version of the page may have kept something else. */
function draftOf(kept: Partial<Record<keyof Draft, unknown>> | null): Draft | null {
  const { method, key, file } = kept ?? {};
  return (method === 'online' || method === 'offline') && typeof key === 'string' && typeof file === 'string'
    ? { method, key, file }
    : null;
}
