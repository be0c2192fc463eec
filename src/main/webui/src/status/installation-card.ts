import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LicenseAnswer } from '../api/types.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';

const words = text.installation;

/** What the vendor calls this installation, whose signatures it trusts, and what else runs in the server. */
@customElement('il-installation-card')
export class InstallationCard extends LitElement {
  static override styles = [
    shared,
    css`
      h2 {
        margin-block-end: 0.75rem;
      }

      dl {
        display: grid;
        gap: 0.75rem;
      }

      dt {
        color: var(--il-quiet);
        font-size: 0.875rem;
      }

      .fingerprint {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 0.75rem;
        align-items: center;
      }
    `,
  ];

  @property({ attribute: false }) installation!: LicenseAnswer['installation'];

  override render() {
    return html`<section class="card" aria-labelledby="installation">
      <h2 id="installation">${words.heading}</h2>
      <dl>
        <div>
          <dt>${words.fingerprint}</dt>
          <dd class="fingerprint">
            <span class="mono" translate="no">${this.installation.fingerprint}</span>
            <il-copy-button .value=${this.installation.fingerprint} what=${words.fingerprint}></il-copy-button>
          </dd>
        </div>
        <div>
          <dt>${words.trust}</dt>
          <dd>${words.trusts[this.installation.trust]}</dd>
        </div>
        ${this.agents(this.installation.agents)}
      </dl>
    </section>`;
  }

  private agents(names: readonly string[]) {
    return names.length === 0
      ? nothing
      : html`<div>
          <dt>${words.agents}</dt>
          ${names.map((name) => html`<dd class="mono" translate="no">${name}</dd>`)}
        </div>`;
  }
}
