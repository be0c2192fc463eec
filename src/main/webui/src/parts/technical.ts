import { html, nothing, type TemplateResult } from 'lit';
import type { Sentence } from '../text/sentence.js';
import { text } from '../text/text.js';
import { linked } from './linked.js';

/** A sentence where it is read: the service's own is English, whatever language is spoken. */
export function said({ words, foreign }: Sentence): TemplateResult {
  return foreign ? html`<span lang="en" dir="ltr" translate="no">${linked(words)}</span>` : linked(words);
}

/** What the service says itself, where the page says it in the reader's language: for who has to know exactly. */
export function technical({ service }: Sentence): TemplateResult | typeof nothing {
  return service === null || text.common.tag === 'en'
    ? nothing
    : html`<details class="small">
        <summary>${text.common.technical}</summary>
        <p lang="en" dir="ltr" translate="no">${service}</p>
      </details>`;
}
