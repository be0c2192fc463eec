import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '../style/shared.js';

const SHOWN_FOR = 7_000;

/**
 * What is said for a moment, at the lower edge of the window.
 *
 * @slot - what stays there for as long as it lasts
 */
@customElement('il-toasts')
export class Toasts extends LitElement {
  static override styles = [
    shared,
    css`
      .toast {
        position: fixed;
        z-index: 10;
        inset-block-end: 1.5rem;
        inset-inline: 1rem;
        display: grid;
        gap: 0.75rem;
        justify-items: center;
        pointer-events: none;
      }

      p {
        max-width: min(36rem, 100%);
        box-sizing: border-box;
        overflow-wrap: anywhere;
        padding: 0.75rem 1.25rem;
        border-radius: 0.625rem;
        background: var(--il-text);
        color: var(--il-surface);
        box-shadow: var(--wa-shadow-l);
      }
    `,
  ];

  @state() private said = '';
  private end: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.end);
  }

  override render() {
    return html`<div class="toast" role="status">
      <slot></slot>
      ${this.said ? html`<p>${this.said}</p>` : nothing}
    </div>`;
  }

  /** Says a sentence, in place of the one that was said before. */
  say(sentence: string): void {
    clearTimeout(this.end);
    this.said = sentence;
    this.end = setTimeout(() => (this.said = ''), SHOWN_FOR);
  }
}
