import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Limits } from '../api/types.js';
import { heldBack, notInForce } from '../parts/not-in-force.js';
import { links } from '../parts/see.js';
import { shared } from '../style/shared.js';
import { limit } from '../text/format.js';
import { text } from '../text/text.js';

const words = text.limits;
const names = ['maxDisplays', 'maxAgiles', 'aiCreditsPerMonth'] as const;

/** The capacity that the license grants, in three cards. */
@customElement('il-limit-cards')
export class LimitCards extends LitElement {
  static override styles = [
    shared,
    links,
    heldBack,
    css`
      section {
        display: grid;
        gap: 0.5rem;
      }

      .title {
        display: flex;
        align-items: center;
        gap: 0.75rem;
      }

      dl {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 1rem;
      }

      .card {
        display: grid;
        gap: 0.125rem;
        align-content: start;
      }

      dt {
        font-weight: 550;
      }

      .value {
        order: -1;
        font-size: 1.75rem;
        font-weight: 600;
        line-height: 1.2;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }

      @container page (max-width: 40rem) {
        dl {
          grid-template-columns: 1fr;
          gap: 0.5rem;
        }

        .card {
          grid-template-columns: 1fr auto;
          padding: 0.75rem 1rem;
        }

        .value {
          order: 0;
          font-size: 1.25rem;
        }

        .hint {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) limits!: Limits;
  /** What the license grants, although it does not count now. */
  @property({ attribute: false }) asSigned: Limits | null = null;
  /** Why it does not count, as its warning is called. */
  @property() restriction: string | null = null;

  override render() {
    const limits = this.asSigned ?? this.limits;
    return html`<section aria-labelledby="limits">
      <div class="title">
        <h2 id="limits">${words.heading}</h2>
        ${this.asSigned ? html`<span class="pill">${text.inForce.not}</span>` : nothing}
      </div>
      ${this.asSigned ? notInForce(this.restriction) : nothing}
      <dl>
        ${names.map(
          (name) =>
            html`<div class="card ${this.asSigned ? 'held-back' : ''}">
              <dt>${words[name]}</dt>
              <dd class="value">${this.value(limit(limits[name]))}</dd>
              <dd class="hint quiet small">${words[`${name}Hint`]}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  private value(shown: string) {
    return this.asSigned
      ? html`<span aria-hidden="true">${shown}</span><span class="visually-hidden">${text.inForce.entry(shown)}</span>`
      : shown;
  }
}
