import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { save } from '../parts/download.js';
import { linked } from '../parts/linked.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';

const words = text.activate;

/** What the vendor has to know to issue a license file, ready to be sent: as a text, a file, or a picture for a phone. */
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
        border-radius: var(--wa-border-radius-m);
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
  @state() private pictured = false;

  override render() {
    return html`<section class="card" aria-labelledby="request">
      <h2 id="request">${words.requestTitle}</h2>
      <p class="small">${linked(words.requestText(this.support))}</p>
      <p class="fingerprint">
        <span class="quiet small">${text.installation.fingerprint}</span>
        <span class="mono" translate="no">${this.fingerprint}</span>
        <il-copy-button .value=${this.fingerprint} what=${text.installation.fingerprint}></il-copy-button>
      </p>
      <pre aria-label=${words.requestLabel} role="group" lang="en" dir="ltr" translate="no">${this.request}</pre>
      <div class="actions">
        <il-copy-button .value=${this.request} label=${words.copyRequest}></il-copy-button>
        <wa-button size="s" appearance="outlined" @click=${() => save(nameOf(this.fingerprint), this.request)}
          >${words.saveRequest}</wa-button
        >
        <wa-button size="s" appearance="outlined" @click=${() => (this.pictured = !this.pictured)}
          >${this.pictured ? words.hideQr : words.showQr}</wa-button
        >
      </div>
      ${this.pictured ? html`<il-qr-code .value=${this.request} label=${words.qrLabel}></il-qr-code>` : nothing}
    </section>`;
  }
}

/** Fingerprints may be anything; names of files may not. */
function nameOf(fingerprint: string): string {
  return `license-request-${fingerprint.replace(/[^a-z0-9]/gi, '').slice(0, 8)}.txt`;
}
