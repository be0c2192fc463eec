import { inTab } from '../api/tab.js';
import { EMPTY, type Draft } from './draft.js';

const NAME = 'inspire-licensing-draft';

/** What is typed, and whether it was sent and no answer to it has come yet. */
export interface KeptDraft {
  draft: Draft;
  sent: boolean;
}

const NOTHING: KeptDraft = { draft: EMPTY, sent: false };

/**
 * What is typed into the form, kept over a reload: by the browser's tab, as long as it keeps the reader's token. Only the
 * standalone page has one; embedded, the page leaves nothing of a license in the host's storage. What somebody else has
 * typed, who was signed in before, is forgotten.
 */
export class DraftMemory {
  /** @param user who is signed in, by a name that is nobody else's */
  constructor(private readonly user: string) {
    inTab((tab) => {
      if ((JSON.parse(tab.getItem(NAME) ?? 'null') as { user?: unknown } | null)?.user !== user) {
        this.forget();
      }
    });
  }

  read(): KeptDraft {
    return inTab((tab) => keptOf(JSON.parse(tab.getItem(NAME) ?? 'null'))) ?? NOTHING;
  }

  keep(draft: Draft, sent: boolean): void {
    if (draft.method === EMPTY.method && !draft.key && !draft.file) {
      this.forget();
    } else {
      inTab((tab) => tab.setItem(NAME, JSON.stringify({ ...draft, sent, user: this.user })));
    }
  }

  forget(): void {
    inTab((tab) => tab.removeItem(NAME));
  }
}

/** A draft as it was kept; another version of the page may have kept something else. */
function keptOf(kept: Partial<Record<keyof Draft | 'sent', unknown>> | null): KeptDraft | null {
  const { method, key, file, sent } = kept ?? {};
  return (method === 'online' || method === 'offline') && typeof key === 'string' && typeof file === 'string'
    ? { draft: { method, key, file }, sent: sent === true }
    : null;
}
