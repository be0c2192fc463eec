import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { linked } from '../parts/linked.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';

const words = text.activate;

/** What the vendor has to know to issue a license file, ready to be sent. */
@customElement('il-file-request')
export class FileRequest extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        display: grid;
        gap: 0.875rem;
      }

      .fingerprint {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem 0.75rem;
        align-items: center;
      }

      pre {
        margin: 0;
        padding: 0.75rem 1rem;
        border-radius: 0.5rem;
        background: var(--il-sunken);
        font: inherit;
        font-size: 0.875rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() fingerprint = '';
  /** The text to send, as the service writes it. */
  @property({ attribute: false }) request = '';
  @property() support = '';

  override render() {
    return html`<section class="card" aria-labelledby="request">
      <h2 id="request">${words.requestTitle}</h2>
      <p class="small">${linked(words.requestText(this.support))}</p>
      <p class="fingerprint">
        <span class="quiet small">${text.installation.fingerprint}</span>
        <span class="mono" translate="no">${this.fingerprint}</span>
        <il-copy-button .value=${this.fingerprint} what=${text.installation.fingerprint}></il-copy-button>
      </p>
      <pre lang="en" dir="ltr" translate="no" aria-label=${words.requestLabel} role="group">${this.request}</pre>
      <div><il-copy-button .value=${this.request} label=${words.copyRequest}></il-copy-button></div>
    </section>`;
  }
}
