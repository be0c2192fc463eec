import { css, html, nothing, type TemplateResult } from 'lit';
import { text } from '../text/text.js';
import { see } from './see.js';

/** What is in the license and does not count now: quiet, and never as if it were granted. */
export const heldBack = css`
  .held-back {
    color: var(--il-quiet);
  }

  .card.held-back {
    border-style: dashed;
  }
`;

/** Says that what stands below does not count now, and leads to what brings it back. */
export function notInForce(reason: string | null): TemplateResult {
  return html`<p class="quiet small">
    ${text.inForce.explained} ${reason === null ? nothing : see('restricted', reason, text.inForce.bringsBack)}
  </p>`;
}
