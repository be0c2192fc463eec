import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NoAnswer } from '../api/errors.js';
import type { Trouble } from '../state/license-state.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { failureText, fixOf } from './failure.js';
import { contacts, linked } from './linked.js';

/**
 * Why the license can't be read, and what the reader can do about it.
 *
 * @fires il-retry when the reader wants to sign in, or to try again
 */
@customElement('il-trouble')
export class TroubleNotice extends LitElement {
  static override styles = shared;

  @property({ attribute: false }) trouble!: Trouble;
  /** Whether something is still shown that was read before. */
  @property({ type: Boolean }) kept = false;
  /** Whether the reader can sign in from here. */
  @property({ type: Boolean, attribute: 'signs-in' }) signsIn = false;

  override render() {
    const { trouble } = this;
    const [title, explanation] = this.words();
    return html`<il-notice role="alert" tone=${trouble.kind === 'away' ? 'bad' : 'warn'} heading=${title}>
      ${trouble.kind === 'away' ? failureText(trouble, fixOf(trouble.cause, true)) : nothing}
      <p>${linked(explanation)}</p>
      <wa-button slot="actions" size="s" variant="brand" @click=${() => this.dispatchEvent(new CustomEvent('il-retry'))}
        >${this.does()}</wa-button
      >
    </il-notice>`;
  }

  private does(): string {
    if (!this.signsIn) {
      return text.common.tryAgain;
    }
    return this.trouble.kind === 'role-missing' ? text.trouble.signInAgain : text.trouble.signIn;
  }

  private words(): [title: string, explanation: string] {
    const words = text.trouble;
    const { trouble, kept } = this;
    switch (trouble.kind) {
      case 'signed-out':
        return kept ? [words.endedTitle, words.endedText] : [words.signedOutTitle, words.signedOutText];
      case 'role-missing':
        return [words.roleTitle, words.roleText(contacts()?.administrators)];
      case 'away':
        return [whoFailed(trouble.cause), kept ? words.awayKept : words.awayText];
    }
  }
}

/** Who has failed, where the license could not be read. */
function whoFailed(cause: Extract<Trouble, { kind: 'away' }>['cause']): string {
  const { tokenTitle, pageTitle, awayTitle } = text.trouble;
  const lack = cause instanceof NoAnswer ? cause.lack : null;
  return lack === 'token' ? tokenTitle : lack === 'page' ? pageTitle : awayTitle;
}
