import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { version } from '../../package.json';
import type { LicensingApi } from '../api/licensing-api.js';
import type { HistoryEntry, LicenseAnswer, PageSettings } from '../api/types.js';
import type { Trouble } from '../state/license-state.js';
import { supportText, withheld } from '../state/support.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { save } from './download.js';

/** What the vendor's support asks for, to be read before it is sent. It is written anew when it is opened, and when the license changes. */
@customElement('il-support-details')
export class SupportDetails extends LitElement {
  static override styles = [
    shared,
    css`
      summary {
        color: var(--il-brand);
        font-size: 0.875rem;
        cursor: pointer;
      }

      summary:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 2px;
      }

      .card {
        display: grid;
        gap: 0.875rem;
        margin-block-start: 0.75rem;
      }

      pre {
        margin: 0;
        max-height: 20em;
        overflow: auto;
        padding: 0.75rem 1rem;
        border-radius: var(--wa-border-radius-m);
        background: var(--il-sunken);
        font: 0.8125rem/1.5 var(--il-mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      pre:focus-visible {
        outline: 2px solid var(--il-brand);
      }
    `,
  ];

  /** Null while nothing of the license can be read: then support wants to know the rest. */
  @property({ attribute: false }) answer: LicenseAnswer | null = null;
  @property({ attribute: false }) trouble: Trouble | null = null;
  @property({ attribute: false }) settings!: PageSettings;
  @property({ attribute: false }) api!: LicensingApi;
  @state() private written = '';
  private open = false;

  override render() {
    const words = text.support;
    return html`<details @toggle=${this.toggled}>
      <summary>${words.title}</summary>
      ${
        this.written
          ? html`<div class="card">
              <p class="small">${words.lead(this.settings.contact.support)}</p>
              <pre tabindex="0" role="region" aria-label=${words.title} lang="en" translate="no">${this.written}</pre>
              <div class="actions">
                <il-copy-button .value=${this.written} label=${words.copy}></il-copy-button>
                <wa-button
                  size="s"
                  appearance="outlined"
                  @click=${() => save('inspire-licensing-support.txt', this.written)}
                  >${words.save}</wa-button
                >
              </div>
            </div>`
          : nothing
      }
    </details>`;
  }

  /** What is open tells of the license as it is. */
  protected override updated(changed: PropertyValues<this>) {
    if (this.open && changed.has('answer') && changed.get('answer')?.revision !== this.answer?.revision) {
      void this.write();
    }
  }

  private async toggled(event: Event) {
    this.written = '';
    this.open = (event.currentTarget as HTMLDetailsElement).open;
    if (this.open) {
      await this.write();
    }
  }

  private async write() {
    const recent = await this.recent();
    const versions = { Page: version, Browser: navigator.userAgent };
    const at = new Date().toISOString();
    const { answer, settings, trouble } = this;
    this.written = this.open
      ? supportText(answer && withheld(answer), { settings, recent, versions, trouble, at })
      : '';
  }

  /** Support wants to know the rest also while the history can't be read, which the page around this tells by itself. */
  private async recent(): Promise<readonly HistoryEntry[]> {
    try {
      return (await this.api.history()).entries;
    } catch {
      return [];
    }
  }
}
