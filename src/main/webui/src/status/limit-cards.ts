import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Limits } from '../api/types.js';
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
    css`
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

  override render() {
    return html`<section aria-labelledby="limits">
      <h2 id="limits" class="visually-hidden">${words.heading}</h2>
      <dl>
        ${names.map(
          (name) =>
            html`<div class="card">
              <dt>${words[name]}</dt>
              <dd class="value">${limit(this.limits[name])}</dd>
              <dd class="hint quiet small">${words[`${name}Hint`]}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }
}
