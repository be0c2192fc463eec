import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LicenseAnswer, PageSettings } from '../api/types.js';
import { linked } from '../parts/linked.js';
import { noteText } from '../parts/notes.js';
import type { LeftToDo, Step, Warning } from '../state/warnings.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { labelOf, sentenceOf, titleOf } from './warning-text.js';

const tones: Record<Step, string> = { info: 'info', warn: 'warn', urgent: 'warn urgent', over: 'bad' };

/**
 * The worst thing of the license, how much time is left, whom to ask, and the one button for it; and below what else there is.
 *
 * @fires il-act with the act whose button was pressed
 * @fires il-aside with the warning that was put aside
 */
@customElement('il-worst-thing')
export class WorstThing extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 0.75rem;
        padding: 1rem 1.5rem;
        border-block-start: 1px solid var(--il-line);
      }

      .info {
        background: var(--il-sunken);
      }

      .warn {
        background: var(--il-warn-fill);
        border-color: var(--il-warn-line);
      }

      .urgent {
        border-block-start-width: 4px;
        border-color: var(--il-warn);
      }

      .bad {
        background: var(--il-bad-fill);
        border-color: var(--il-bad-line);
      }

      .warning {
        display: grid;
        gap: 0.25rem;
        overflow-wrap: anywhere;
      }

      .warning:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 4px;
        border-radius: 0.25rem;
      }

      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.75rem;
        font-weight: 600;
      }

      .actions:not(:empty) {
        margin-block-start: 0.25rem;
      }

      ul {
        list-style: none;
        display: grid;
        gap: 0.75rem;
      }

      @container page (max-width: 30rem) {
        section {
          padding: 1rem;
        }
      }
    `,
  ];

  /** The worst first, and at least one. */
  @property({ attribute: false }) warnings: readonly Warning[] = [];
  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ attribute: false }) settings!: PageSettings;
  @property({ attribute: false }) left: LeftToDo | null = null;
  /** The address of the page about a note. */
  @property({ attribute: false }) page!: (code: string) => string;
  @property({ type: Boolean }) busy = false;

  /** Brings a warning into view, and the focus to it. */
  show(code: string): void {
    const warning = this.renderRoot.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`);
    warning?.scrollIntoView({ block: 'center' });
    warning?.focus();
  }

  override render() {
    const [worst, ...others] = this.warnings;
    if (!worst) {
      return nothing;
    }
    return html`<section class=${tones[worst.step]}>
      ${this.warning(worst, true)}
      ${
        others.length > 0
          ? html`<p class="quiet small">${text.warnings.more(others.length)}</p>
              <ul>
                ${others.map((other) => html`<li>${this.warning(other, false)}</li>`)}
              </ul>`
          : nothing
      }
    </section>`;
  }

  private warning(warning: Warning, first: boolean) {
    const { code, step, days, act, notes } = warning;
    const title = titleOf(warning, this.answer);
    // Without a license there is one thing to do first, which has its own button.
    const brand = first && step !== 'info' && this.answer.license !== null;
    return html`<div class="warning" data-code=${code} tabindex="-1">
      <p class="title">
        <span>${title}</span>
        ${
          days !== null && step !== 'over'
            ? html`<span class="pill ${step === 'info' ? '' : 'warn'}">${text.warnings.daysLeft(days)}</span>`
            : nothing
        }
      </p>
      ${notes.map((note) => html`<div>${noteText(note, this.page)}</div>`)}
      <p>${linked(sentenceOf(warning, this.answer, this.settings, this.left))}</p>
      <div class="actions">
        ${
          act
            ? html`<wa-button
                size="s"
                variant=${brand ? 'brand' : 'neutral'}
                appearance=${brand ? 'accent' : 'outlined'}
                ?loading=${this.busy && act.kind !== 'activate' && act.kind !== 'releases'}
                @click=${() => this.tell('il-act', act)}
                >${labelOf(act)}</wa-button
              >`
            : nothing
        }
        ${
          step === 'info'
            ? html`<wa-button size="s" appearance="plain" @click=${() => this.tell('il-aside', warning)}
                >${text.warnings.putAside}<span class="visually-hidden">
                  ${text.warnings.putAsideAbout(title)}</span
                ></wa-button
              >`
            : nothing
        }
      </div>
    </div>`;
  }

  private tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
