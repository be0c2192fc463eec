import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LicenseAnswer, Standing } from '../api/types.js';
import { icon, type IconName } from '../parts/icon.js';
import type { Tone } from '../parts/notice.js';
import { isExpired } from '../state/expired.js';
import type { Step } from '../state/warnings.js';
import { shared } from '../style/shared.js';
import { day } from '../text/format.js';
import { text } from '../text/text.js';

const looks: Record<Standing, { tone: Tone; icon: IconName }> = {
  licensed: { tone: 'good', icon: 'shield' },
  grace: { tone: 'warn', icon: 'clock' },
  restricted: { tone: 'bad', icon: 'lock' },
  unlicensed: { tone: 'neutral', icon: 'key' },
};

/** Licensed or not at a glance, by the standing and what threatens it. Warnings and actions come in the slots. */
@customElement('il-standing-panel')
export class StandingPanel extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        padding: 0;
        overflow: hidden;
      }

      .glance {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.5rem 1.25rem;
        align-items: center;
        padding: 1.5rem;
      }

      .emblem {
        display: grid;
        place-items: center;
        width: 3.5rem;
        height: 3.5rem;
        border-radius: 50%;
        background: var(--il-sunken);
        color: var(--il-quiet);
      }

      /* There is something to know, and nothing to do yet. */
      .dotted::after {
        content: '';
        grid-area: 1 / 1;
        place-self: start end;
        width: 0.75rem;
        height: 0.75rem;
        border-radius: 50%;
        background: var(--il-brand);
        border: 2px solid var(--il-surface);
      }

      .emblem svg {
        grid-area: 1 / 1;
      }

      .good .emblem {
        background: var(--il-good-fill);
        color: var(--il-good);
      }

      .warn .emblem {
        background: var(--il-warn-fill);
        color: var(--il-warn);
      }

      .bad .emblem {
        background: var(--il-bad-fill);
        color: var(--il-bad);
      }

      h2 {
        font-size: 1.375rem;
        line-height: 1.25;
        letter-spacing: -0.01em;
        text-wrap: balance;
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.75rem;
        margin-block-start: 0.375rem;
        overflow-wrap: anywhere;
      }

      .actions {
        grid-column: 1 / -1;
        margin-block-start: 0.5rem;
      }

      @container page (min-width: 52rem) {
        .glance {
          grid-template-columns: auto minmax(0, 1fr) auto;
        }

        .actions {
          grid-column: auto;
          margin: 0;
        }
      }

      @container page (max-width: 30rem) {
        .glance {
          padding: 1.25rem 1rem;
          gap: 0.5rem 1rem;
          align-items: start;
        }

        .emblem {
          width: 2.75rem;
          height: 2.75rem;
        }

        slot[name='actions']::slotted(wa-button) {
          flex: 1 1 auto;
        }

        h2 {
          font-size: 1.1875rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) answer!: LicenseAnswer;
  /** How much the worst warning presses; null where there is none. */
  @property() worst: Step | null = null;

  @property({ type: Number }) now = 0;

  override render() {
    const { standing } = this.answer;
    const words = text.standing[standing];
    const look = lookOf(standing, this.worst);
    return html`<section class="card ${look.tone}" aria-labelledby="standing">
      <div class="glance">
        <span class="emblem ${this.worst === 'info' ? 'dotted' : ''}">${icon(look.icon, '1.75em')}</span>
        <div>
          <h2 id="standing">${words.title}</h2>
          <div class="line"><span class="pill ${look.tone}">${words.badge}</span>${this.summary()}</div>
        </div>
        <div class="actions"><slot name="actions"></slot></div>
      </div>
      <slot name="warnings"></slot>
    </section>`;
  }

  private summary() {
    const license = this.answer.license;
    if (!license) {
      return html`<p class="quiet">${text.standing.unlicensedText} ${text.standing.migrated}</p>`;
    }
    const expiry = license.expiresAt
      ? text.standing[isExpired(license, this.now) ? 'expired' : 'expires'](day(license.expiresAt))
      : text.standing.neverExpires;
    const parts = [text.standing.license(license.name), text.standing[license.validationMode], expiry];
    return html`<p class="quiet">${parts.join(' · ')}</p>`;
  }
}

/** What is licensed but won't be for long does not look safe. */
function lookOf(standing: Standing, worst: Step | null): { tone: Tone; icon: IconName } {
  return standing === 'licensed' && worst !== null && worst !== 'info' ? looks.grace : looks[standing];
}
