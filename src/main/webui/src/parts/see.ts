import { css, html, type TemplateResult } from 'lit';
import { text } from '../text/text.js';

/** What {@link see} looks like: a link, which leads to no address. */
export const links = css`
  button.see {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: var(--il-brand);
    text-decoration: underline;
    cursor: pointer;
  }

  button.see:focus-visible {
    outline: 2px solid var(--il-brand);
    outline-offset: 2px;
  }
`;

/**
 * Leads to the warning with a code, which says what to do. Fires `il-see` with the code.
 *
 * @param title of the warning
 */
export function see(code: string, title: string, label = text.warnings.see): TemplateResult {
  const show = ({ target }: Event) =>
    target?.dispatchEvent(new CustomEvent('il-see', { detail: code, bubbles: true, composed: true }));
  return html`<button type="button" class="see small" @click=${show}>
    ${label}<span class="visually-hidden"> ${text.warnings.seeAbout(title)}</span>
  </button>`;
}
