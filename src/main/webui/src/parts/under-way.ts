import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';

/** An operation that is being done now, by this page or by somebody else. */
@customElement('il-under-way')
export class UnderWayNotice extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.125rem 1rem;
        align-items: center;
        padding: 0.875rem 1.25rem;
        box-shadow: var(--wa-shadow-l);
      }

      wa-spinner {
        grid-row: span 2;
        font-size: 1.5rem;
        --indicator-color: var(--il-brand);
        --track-color: var(--il-line);
      }

      .title {
        font-weight: 600;
      }

      .since::first-letter {
        text-transform: uppercase;
      }

      :host([inline]) .card {
        padding: 1.5rem;
        box-shadow: none;
      }
    `,
  ];

  @property() what = 'activate';
  /** Since when and by whom, in words. */
  @property() since = '';
  @property() more = '';

  override render() {
    return html`<div class="card">
      <wa-spinner aria-hidden="true"></wa-spinner>
      <p class="title">${text.operation.running(this.what)}</p>
      <p class="since quiet small">${this.since}${this.more ? html`. ${this.more}` : nothing}</p>
    </div>`;
  }
}
