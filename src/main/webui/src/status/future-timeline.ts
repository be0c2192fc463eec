import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Coming, LicenseAnswer } from '../api/types.js';
import { links } from '../parts/see.js';
import type { Warning } from '../state/warnings.js';
import { shared } from '../style/shared.js';
import { ago, exact } from '../text/format.js';
import { text } from '../text/text.js';
import { linkTo } from './warning-text.js';

const words = text.future;

interface Step {
  at: string;
  tone: string;
  title: string;
  hint: string;
}

/** What comes by itself: the next re-validation, and the changes of standing that are forecast. */
@customElement('il-future-timeline')
export class FutureTimeline extends LitElement {
  static override styles = [
    shared,
    links,
    css`
      h2 {
        margin-block-end: 0.875rem;
      }

      ol {
        list-style: none;
        display: grid;
      }

      li {
        position: relative;
        padding-block-end: 1.25rem;
        padding-inline-start: 1.5rem;
      }

      li:last-child {
        padding-bottom: 0;
      }

      /* A border, which forced colors leave; full for what comes by itself, a ring for what takes away. */
      li::before {
        content: '';
        position: absolute;
        inset-block-start: 0.4375rem;
        inset-inline-start: 0;
        width: 0.6875rem;
        height: 0.6875rem;
        border: 0.34375rem solid var(--il-quiet);
        border-radius: 50%;
      }

      li:not(:last-child)::after {
        content: '';
        position: absolute;
        inset-block: 1.375rem 0.0625rem;
        inset-inline-start: 0.28125rem;
        border-inline-start: 2px solid var(--il-line);
      }

      li.good::before {
        border-color: var(--il-good);
      }

      li.warn::before {
        border-width: 0.1875rem;
        border-color: var(--il-warn);
      }

      li.bad::before {
        border-width: 0.1875rem;
        border-color: var(--il-bad);
      }

      @media (forced-colors: active) {
        li::before {
          border-color: CanvasText;
        }
      }

      .what {
        font-weight: 550;
      }
    `,
  ];

  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ attribute: false }) warnings: readonly Warning[] = [];
  @property({ type: Number }) now = 0;

  override render() {
    const steps = stepsOf(this.answer);
    return html`<section class="card" aria-labelledby="future">
      <h2 id="future">${words.heading}</h2>
      ${
        steps.length > 0
          ? html`<ol>
              ${steps.map((step) => this.step(step))}
            </ol>`
          : html`<p class="quiet">${this.answer.licensed ? words.nothing : words.nothingRestricted}</p>`
      }
    </section>`;
  }

  private step(step: Step) {
    const warning = this.warnings.find(({ at, days }) => days !== null && at === step.at);
    return html`<li class=${step.tone}>
      <p class="what">${step.title}</p>
      <p class="small">
        <time translate="no" datetime=${step.at}>${exact(step.at)}</time>
        <span class="quiet">· ${ago(step.at, this.now)}</span>
      </p>
      ${step.hint ? html`<p class="quiet small">${step.hint}</p>` : nothing} ${linkTo(warning, this.answer)}
    </li>`;
  }
}

function stepsOf(answer: LicenseAnswer): Step[] {
  const next = answer.revalidation?.nextAttemptAt;
  const revalidation = next
    ? [{ at: next, tone: 'good', title: words.revalidation, hint: words.revalidationHint }]
    : [];
  return [...revalidation, ...answer.forecast.map(stepOf)].sort(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
}

function stepOf(coming: Coming): Step {
  const reason = words.reasons[coming.reason];
  return {
    at: coming.at,
    tone: coming.standing === 'grace' ? 'warn' : coming.standing === 'licensed' ? 'good' : 'bad',
    title: reason ? `${words.changes[coming.standing]}: ${reason}` : words.changes[coming.standing],
    hint: words.conditions[coming.if] ?? coming.if,
  };
}
