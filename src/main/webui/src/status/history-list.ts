import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import type { HistoryEntry, HistoryPage, HistoryQuery, LicenseAnswer } from '../api/types.js';
import { Operation } from '../parts/operation.js';
import { save } from '../parts/download.js';
import { failureText, type Failure } from '../parts/failure.js';
import { said, technical } from '../parts/technical.js';
import {
  EVERYTHING,
  MOST,
  all,
  isAgainst,
  matching,
  mayHaveMore,
  merged,
  queryOf,
  rowsOf,
  type HistoryFilter,
} from '../state/history.js';
import { shared } from '../style/shared.js';
import { csv } from '../text/csv.js';
import { ago, exact } from '../text/format.js';
import { entrySentence } from '../text/sentence.js';
import { text } from '../text/text.js';

const words = text.history;

/** So many entries are read at first, and with each "Show more". */
const PAGE = 10;
const MOST_SAVED = 10_000;
/** Below this width, in pixels, the history stands behind its own heading. */
const NARROW = 480;

const tones: Record<string, string> = { succeeded: 'good', refused: 'warn', failed: 'bad' };

/**
 * Who did what, newest first, a page at a time.
 *
 * @fires il-revalidation with the last re-validation in the history, whatever is shown of it
 */
@customElement('il-history-list')
export class HistoryList extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
        justify-items: start;
      }

      h2 button {
        padding: 0;
        border: 0;
        background: none;
        font: inherit;
        color: inherit;
        cursor: pointer;
      }

      h2 button::before {
        content: '▸ ' / '';
      }

      h2 button[aria-expanded='true']::before {
        content: '▾ ' / '';
      }

      h2 button:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 2px;
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
  /** How many operations of this page have ended, each of which may be in the history. */
  @property({ type: Number }) ended = 0;
  /**
   * What was read of the license last. The history is read with it: what others were refused is nowhere else, and what could
   * not be read is tried again.
   */
  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ type: Number }) now = 0;
  @state() private entries: HistoryEntry[] = [];
  @state() private next: number | null = null;
  @state() private loaded = false;
  @state() private filter = EVERYTHING;
  /** Whether there is so little room that the history stands behind its heading; null until that is known. */
  @state() private narrow: boolean | null = null;
  @state() private open = false;
  @state() private saved = '';

  /** Reads what is new, by itself: nobody who uses a button meanwhile notices. */
  private readonly reading = new Operation(this);
  private readonly older = new Operation(this);
  private readonly saving = new Operation(this);
  private readonly revalidation = new Operation(this);
  private readonly room = new ResizeObserver(([entry]) =>
    // In the next frame: what is shown then changes the height, which is observed as well.
    requestAnimationFrame(() => this.measure(entry!.contentRect.width)),
  );
  /** Whether there may be more than was read. */
  private behind = false;
  /** Whether there may be another last re-validation than was told. */
  private untold = false;
  /** The number of the newest entry when there was last something to read. */
  private trail: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.room.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room.disconnect();
  }

  override render() {
    const shown = this.isShown();
    return html`<section class="card" aria-labelledby="history">
      <div>
        <h2 id="history">
          ${
            this.narrow
              ? html`<button type="button" aria-expanded=${shown} @click=${() => (this.open = !shown)}>
                  ${words.heading}
                </button>`
              : words.heading
          }
        </h2>
        <p class="quiet small">${words.lead}</p>
      </div>
      ${shown ? this.content() : nothing}
    </section>`;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('ended') || (changed.has('answer') && mayHaveMore(this.trail, this.answer))) {
      this.trail = this.answer.installation.trail;
      this.behind = true;
      this.untold = this.answer.license !== null;
    }
  }

  protected override updated(changed: PropertyValues<this> & Map<string, unknown>) {
    const read = changed.has('ended') || changed.has('answer');
    if (read && this.untold) {
      void this.tellRevalidation();
    }
    if ((read || changed.has('narrow') || changed.has('open')) && this.behind && this.isShown()) {
      void this.load();
    }
  }

  private content() {
    const filtered = this.filter !== EVERYTHING;
    return html`<il-history-filter
        .filter=${this.filter}
        @il-filter=${(event: CustomEvent<HistoryFilter>) => this.select(event.detail)}
      ></il-history-filter>
      ${
        this.entries.length > 0
          ? html`<ol class="entries">
              ${this.entries.map((entry) => this.entry(entry))}
            </ol>`
          : nothing
      }
      ${
        this.loaded && this.entries.length === 0 && this.next === null
          ? html`<p class="quiet" role="status">${filtered ? words.noneFound : words.empty}</p>`
          : nothing
      }
      ${this.failed(words.failed, this.reading.failure, this.load)}
      ${this.reading.failure ? nothing : this.failed(words.failed, this.older.failure, this.more)}
      ${this.failed(words.saveFailed, this.saving.failure, this.save)}
      <div class="actions">
        ${
          this.next !== null
            ? html`<wa-button size="s" appearance="outlined" ?loading=${this.older.busy} @click=${this.more}
                >${words.more}</wa-button
              >`
            : nothing
        }
        <wa-button size="s" appearance="outlined" ?loading=${this.saving.busy} @click=${this.save}
          >${words.saveCsv}</wa-button
        >
      </div>
      <p class="small" role="status">${this.saved}</p>
      <il-licenses-held .api=${this.api} .revision=${this.answer.revision}></il-licenses-held>`;
  }

  /** While there is no room at all, nobody knows whether there will be little. */
  private measure(width: number) {
    if (width > 0) {
      this.narrow = width < NARROW;
    }
  }

  private isShown(): boolean {
    return this.narrow === false || (this.narrow === true && this.open);
  }

  private failed(heading: string, failure: Failure | null, again: () => unknown) {
    return failure
      ? html`<il-notice tone="warn" role="status" heading=${heading}>
          ${failureText(failure)}
          <wa-button slot="actions" size="s" appearance="outlined" @click=${again}>${text.common.tryAgain}</wa-button>
        </il-notice>`
      : nothing;
  }

  private entry(entry: HistoryEntry) {
    const key = entry.licenseKey ? html` <span class="mono quiet" translate="no">${entry.licenseKey}</span>` : nothing;
    const against = isAgainst(entry);
    const sentence = entrySentence(entry);
    return html`<li>
      <p>
        <strong>${words.actions[entry.action] ?? entry.action}</strong>${key}
        <span class="quiet"
          >· <span translate=${entry.actor ? 'no' : nothing}>${entry.actor ?? words.service}</span></span
        >
      </p>
      <p>
        <span class="pill ${against ? 'bad' : (tones[entry.outcome] ?? '')}"
          >${against ? words.against : (words.outcomes[entry.outcome] ?? entry.outcome)}</span
        >
      </p>
      <p class="small quiet">
        <time translate="no" datetime=${entry.at}>${exact(entry.at)}</time> · ${ago(entry.at, this.now)}
      </p>
      ${entry.detail ? html`<div class="small detail">${said(sentence)} ${technical(sentence)}</div>` : nothing}
    </li>`;
  }

  private select(filter: HistoryFilter) {
    this.filter = Object.values(filter).every((value) => value === '') ? EVERYTHING : filter;
    this.entries = [];
    this.next = null;
    this.loaded = false;
    this.saved = '';
    void this.load();
  }

  /** Reads as many of the newest entries as are shown: once more when there may be others by then. */
  private readonly load = async () => {
    this.behind = true;
    while (this.behind && !this.reading.busy) {
      this.behind = false;
      const filter = this.filter;
      const limit = Math.min(Math.max(this.entries.length, PAGE), MOST);
      const page = await this.read(this.reading, { limit });
      if (!page) {
        this.behind = true;
        return;
      }
      if (filter !== this.filter) {
        this.behind = true;
        continue;
      }
      const { entries, next } = merged({ entries: this.entries, next: this.next }, page);
      this.entries = entries;
      this.next = next;
      this.loaded = true;
    }
  };

  private readonly more = async () => {
    const filter = this.filter;
    const before = this.next!;
    const page = await this.read(this.older, { before });
    if (page && filter === this.filter && before === this.next) {
      this.entries = [...this.entries, ...page.entries];
      this.next = page.next;
    }
  };

  private read(operation: Operation, part: HistoryQuery): Promise<HistoryPage | undefined> {
    const query = { ...queryOf(this.filter), ...part };
    return operation.run(async () => matching(await this.api.history(query), query));
  }

  private readonly save = async () => {
    this.saved = '';
    const query = queryOf(this.filter);
    const entries = await this.saving.run(() => all((part) => this.api.history(part), query, MOST_SAVED));
    if (entries) {
      save('license-history.csv', csv(rowsOf(entries)), 'text/csv');
      this.saved = entries.length < MOST_SAVED ? words.saved(entries.length) : words.savedSome(entries.length);
    }
  };

  /** One that was refused before the licensing server was asked is nowhere else. What can't be read is tried with the next read. */
  private async tellRevalidation() {
    while (this.untold && !this.revalidation.busy) {
      this.untold = false;
      const page = await this.revalidation.run(() => this.api.history({ limit: 1, actions: ['revalidate'] }));
      if (!page) {
        this.untold = true;
        return;
      }
      this.dispatchEvent(new CustomEvent('il-revalidation', { detail: page.entries }));
    }
  }
}
