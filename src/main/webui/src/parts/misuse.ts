import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../text/text.js';

/**
 * What the host of the element has to mend.
 *
 * @param tokenless whether the host has not said how to get a token
 * @param wrongTab the tab that it names although there is none of that name; null where it names none such
 */
export function misuse(tokenless: boolean, wrongTab: string | null): TemplateResult {
  const words = text.host;
  return html`${
    tokenless
      ? html`<il-notice class="trouble" role="alert" tone="bad" heading=${words.noTokenTitle}
          ><p>${words.noTokenText}</p></il-notice
        >`
      : nothing
  }
  ${wrongTab === null ? nothing : html`<p class="quiet small" role="note">${words.wrongTab(wrongTab)}</p>`}`;
}
