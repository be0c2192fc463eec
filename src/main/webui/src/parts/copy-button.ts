import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { copy } from './copy.js';
import { icon } from './icon.js';

const SHOWN_FOR = 2_500;

/** Copies a text, and says so for a moment. */
@customElement('il-copy-button')
export class CopyButton extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        max-width: 100%;
      }
    `,
  ];

  /** What is copied. */
  @property() value = '';
  /** What the button says; that it copies, when null. */
  @property() label: string | null = null;
  /** What it copies, for those who can't see what it stands beside. */
  @property() what = '';
  @state() private outcome: 'copied' | 'failed' | null = null;
  private end: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.end);
  }

  override render() {
    const words = text.common;
    const copied = this.outcome === 'copied';
    const failed = this.outcome === 'failed';
    return html`<wa-button size="s" appearance="outlined" @click=${this.copy}>
        <span slot="start">${icon(copied ? 'check' : 'copy', '1em')}</span>
        ${copied ? words.copied : (this.label ?? words.copy)}<span class="visually-hidden"> ${this.what}</span>
      </wa-button>
      <span role="status" class=${failed ? 'small' : 'visually-hidden'}
        >${copied ? words.copied : failed ? words.copyFailed : ''}</span
      >`;
  }

  /** What has to be done by hand stays to be read; that it is done is said for a moment. */
  private async copy() {
    clearTimeout(this.end);
    this.outcome = (await copy(this.value, this.renderRoot as ShadowRoot)) ? 'copied' : 'failed';
    if (this.outcome === 'copied') {
      this.end = setTimeout(() => (this.outcome = null), SHOWN_FOR);
    }
  }
}
