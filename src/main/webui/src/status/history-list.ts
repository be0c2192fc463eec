import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import type { HistoryEntry, LicenseAnswer } from '../api/types.js';
import { Operation } from '../parts/operation.js';
import { shared } from '../style/shared.js';
import { ago, exact, localized } from '../text/format.js';
import { text } from '../text/text.js';

const words = text.history;

const tones: Record<string, string> = { succeeded: 'good', refused: 'warn', failed: 'bad' };

/** Who did what, newest first, a page at a time. */
@customElement('il-history-list')
export class HistoryList extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        display: grid;
        gap: 1rem;
        justify-items: start;
      }

      ol {
        list-style: none;
        width: 100%;
        display: grid;
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.125rem 1rem;
        padding-block: 0.75rem;
        border-block-start: 1px solid var(--il-line);
      }

      .detail {
        grid-column: 1 / -1;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) api!: LicensingApi;
  /** Whenever this changes, the history is read anew. */
  @property() version = '';
  /** What was read of the license last: what could not be read of the history is tried again with it. */
  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ type: Number }) now = 0;
  @state() private entries: HistoryEntry[] = [];
  @state() private next: number | null = null;
  @state() private loaded = false;

  private readonly operation = new Operation(this);
  /** Whether there may be more than was read. */
  private behind = false;

  override render() {
    return html`<section class="card" aria-labelledby="history">
      <div>
        <h2 id="history">${words.heading}</h2>
        <p class="quiet small">${words.lead}</p>
      </div>
      ${
        this.entries.length > 0
          ? html`<ol>
              ${this.entries.map((entry) => this.entry(entry))}
            </ol>`
          : nothing
      }
      ${this.loaded && this.entries.length === 0 ? html`<p class="quiet">${words.empty}</p>` : nothing}
      ${this.operation.failure ? this.failure() : nothing}
      ${
        this.next !== null
          ? html`<wa-button size="s" appearance="outlined" ?loading=${this.operation.busy} @click=${this.more}
              >${words.more}</wa-button
            >`
          : nothing
      }
    </section>`;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('version') || (changed.has('answer') && this.behind)) {
      void this.load();
    }
  }

  private failure() {
    return html`<p role="status">${words.failed}</p>
      <wa-button size="s" appearance="outlined" @click=${this.load}>${text.common.tryAgain}</wa-button>`;
  }

  private entry(entry: HistoryEntry) {
    const key = entry.licenseKey ? html` <span class="mono quiet">${entry.licenseKey}</span>` : nothing;
    return html`<li>
      <p>
        <strong>${words.actions[entry.action] ?? entry.action}</strong>${key}
        <span class="quiet">· ${entry.actor ?? words.service}</span>
      </p>
      <p><span class="pill ${tones[entry.outcome] ?? ''}">${words.outcomes[entry.outcome] ?? entry.outcome}</span></p>
      <p class="small quiet"><time datetime=${entry.at}>${exact(entry.at)}</time> · ${ago(entry.at, this.now)}</p>
      ${entry.detail ? html`<p class="small detail">${localized(entry.detail)}</p>` : nothing}
    </li>`;
  }

  /** Reads the newest entries: once more when there may be others by then. */
  private async load() {
    this.behind = true;
    while (this.behind && !this.operation.busy) {
      this.behind = false;
      const page = await this.operation.run(() => this.api.history());
      if (!page) {
        this.behind = true;
        return;
      }
      this.entries = page.entries;
      this.next = page.next;
      this.loaded = true;
    }
  }

  private async more() {
    const before = this.next!;
    const page = await this.operation.run(() => this.api.history(before));
    if (page) {
      this.entries = [...this.entries, ...page.entries];
      this.next = page.next;
    }
    if (page && this.behind) {
      await this.load();
    }
  }
}
