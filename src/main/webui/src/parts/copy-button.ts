import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { icon } from './icon.js';

const SHOWN_FOR = 2_000;

/** Copies a text, and says so for a moment. */
@customElement('il-copy-button')
export class CopyButton extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  /** What is copied. */
  @property() value = '';
  /** What the button says; that it copies, when null. */
  @property() label: string | null = null;
  /** What it copies, for those who can't see what it stands beside. */
  @property() what = '';
  @state() private said = '';

  override render() {
    const copied = this.said === text.common.copied;
    return html`<wa-button size="s" appearance="outlined" @click=${this.copy}>
        <span slot="start">${icon(copied ? 'check' : 'copy', '1em')}</span>
        ${copied ? this.said : (this.label ?? text.common.copy)}<span class="visually-hidden"> ${this.what}</span>
      </wa-button>
      <span role="status" class=${this.said && !copied ? 'small' : 'visually-hidden'}>${this.said}</span>`;
  }

  private async copy() {
    try {
      await navigator.clipboard.writeText(this.value);
      this.said = text.common.copied;
    } catch {
      this.said = text.common.copyFailed;
    }
    setTimeout(() => (this.said = ''), SHOWN_FOR);
  }
}
