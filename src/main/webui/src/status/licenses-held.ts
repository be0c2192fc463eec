import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import { failureText } from '../parts/failure.js';
import { Operation } from '../parts/operation.js';
import { licensesHeld, type Held } from '../state/held.js';
import { MOST } from '../state/history.js';
import { shared } from '../style/shared.js';
import { day } from '../text/format.js';
import { text } from '../text/text.js';

const words = text.history;

/** The licenses that were held here, one line each, as far as the history reaches. It is read when somebody opens it. */
@customElement('il-licenses-held')
export class LicensesHeld extends LitElement {
  static override styles = [
    shared,
    css`
      summary {
        cursor: pointer;
        font-weight: 550;
      }

      summary:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 2px;
      }

      ol {
        list-style: none;
        display: grid;
        gap: 0.375rem;
        margin-block: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) api!: LicensingApi;
  /** Whenever this changes, another license may be held. */
  @property({ type: Number }) revision = 0;
  @state() private held: Held[] | null = null;
  @state() private complete = true;

  private readonly operation = new Operation(this);
  private opened = false;

  override render() {
    const { failure } = this.operation;
    return html`<details @toggle=${this.toggle}>
      <summary>${words.held}</summary>
      ${failure ? html`<div role="status">${failureText(failure)}</div>` : nothing}
      ${this.held ? this.list(this.held) : nothing}
    </details>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>) {
    if (changed.has('revision') && this.opened) {
      void this.read();
    }
  }

  private list(held: Held[]) {
    return held.length === 0
      ? html`<p class="quiet">${words.heldNone}</p>`
      : html`<ol>
            ${held.map(
              ({ key, from, to }) =>
                html`<li>
                  <span class="mono" translate="no">${key ?? text.common.none}</span>
                  <span class="quiet">${words.heldFromTo(from && day(from), to && day(to))}</span>
                </li>`,
            )}
          </ol>
          <p class="quiet small">${this.complete ? words.heldAll : words.heldSome}</p>`;
  }

  private toggle(event: Event) {
    this.opened = (event.target as HTMLDetailsElement).open;
    if (this.opened) {
      void this.read();
    }
  }

  private async read() {
    const actions = ['activate', 'replace', 'deactivate', 'detach'];
    const page = await this.operation.run(() => this.api.history({ actions, outcome: 'succeeded', limit: MOST }));
    if (page) {
      this.held = licensesHeld(page.entries);
      this.complete = page.next === null;
    }
  }
}
