import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NoAnswer } from '../api/errors.js';
import type { Revalidation, Standing, UnderWay } from '../api/types.js';
import { isClosable, type Doubt } from '../state/fate.js';
import { shared } from '../style/shared.js';
import { clock, exact } from '../text/format.js';
import { entrySentence, outcomeWords } from '../text/sentence.js';
import { text } from '../text/text.js';
import { failureText, fixOf } from './failure.js';
import { said, technical } from './technical.js';
import type { Tone } from './notice.js';

const words = text.operation;

const tones: Record<Doubt['fate'], Tone> = {
  asking: 'neutral',
  succeeded: 'good',
  refused: 'bad',
  failed: 'bad',
  running: 'neutral',
  open: 'warn',
  untraced: 'warn',
  unknown: 'warn',
};

/**
 * An operation whose answer did not come: why, what became of it, and what is now.
 *
 * @fires il-close when the reader has seen it
 */
@customElement('il-aftermath')
export class Aftermath extends LitElement {
  static override styles = [
    shared,
    css`
      div {
        display: grid;
        gap: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) doubt!: Doubt;
  /** What the license is now; null while it can't be read. */
  @property() standing: Standing | null = null;
  /** How the licensing server was asked last; null where it was not, or that is not known. */
  @property({ attribute: false }) revalidation: Revalidation | null = null;

  /** Whoever has scrolled away sees it, too. */
  protected override firstUpdated() {
    this.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { cause, fate, entry, operation, underWay } = this.doubt;
    const sentence = entry?.detail ? entrySentence(entry) : null;
    return html`<il-notice role="alert" tone=${tones[fate]} heading=${heading(cause)}>
      <div>
        ${cause ? failureText({ cause }, this.fix(cause)) : html`<p>${words.reloaded}</p>`}
        <p>
          ${words.fates[operation.action][fate]} ${sentence ? said(sentence) : nothing}
          ${underWay ? running(underWay) : nothing} ${this.shared()}
        </p>
        ${sentence ? technical(sentence) : nothing}
        ${this.standing && fate !== 'asking' ? html`<p>${text.standing[this.standing].title}.</p>` : nothing}
      </div>
      ${
        isClosable(this.doubt)
          ? html`<wa-button
              slot="actions"
              size="s"
              appearance="outlined"
              @click=${() => this.dispatchEvent(new CustomEvent('il-close'))}
              >${text.common.close}</wa-button
            >`
          : nothing
      }
    </il-notice>`;
  }

  /** As long as it may have been done, nobody should do it once more. */
  private fix(cause: NonNullable<Doubt['cause']>) {
    return isClosable(this.doubt) && this.doubt.fate !== 'succeeded' ? fixOf(cause) : null;
  }

  /** A re-validation that shared the answer to another admin's has no entry of its own in the history. */
  private shared() {
    const { fate, operation } = this.doubt;
    const last = this.revalidation;
    return operation.action === 'revalidate' && (fate === 'open' || fate === 'untraced') && last?.lastAttemptAt
      ? words.mayHaveShared(exact(last.lastAttemptAt), outcomeOf(last))
      : nothing;
  }
}

function outcomeOf({ outcome }: Revalidation): string {
  return outcome === null ? text.common.none : outcomeWords(outcome);
}

function running({ action, since, by }: UnderWay): string {
  return words.nowUnderWay(words.running(action), words.sinceBy(clock(since), by));
}

function heading(cause: Doubt['cause']): string {
  if (cause && !(cause instanceof NoAnswer)) {
    return words.serviceFailed;
  }
  const kept = cause && ['forbidden', 'too-large', 'too-many'].includes(cause.lack);
  return kept ? words.keptBack : words.noAnswer;
}
