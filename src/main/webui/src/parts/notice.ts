import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../style/shared.js';
import { icon, type IconName } from './icon.js';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad';

const looks: Record<Tone, { variant: string; icon: IconName }> = {
  neutral: { variant: 'neutral', icon: 'info' },
  good: { variant: 'success', icon: 'check' },
  warn: { variant: 'warning', icon: 'clock' },
  bad: { variant: 'danger', icon: 'warning' },
};

/** Something to know, with what to do about it: a heading, a text in the slot, and actions. */
@customElement('il-notice')
export class Notice extends LitElement {
  static override styles = [
    shared,
    css`
      wa-callout::part(icon) {
        align-items: start;
      }

      .body {
        display: grid;
        gap: 0.25rem;
        overflow-wrap: anywhere;
      }

      .heading {
        font-weight: 600;
      }

      slot[name='actions']::slotted(*) {
        margin-block-start: 0.5rem;
      }
    `,
  ];

  @property() tone: Tone = 'neutral';
  @property() heading = '';

  override render() {
    const look = looks[this.tone];
    return html`<wa-callout variant=${look.variant}>
      <span slot="icon">${icon(look.icon)}</span>
      <div class="body">
        ${this.heading ? html`<p class="heading">${this.heading}</p>` : nothing}
        <div><slot></slot></div>
        <div class="actions"><slot name="actions"></slot></div>
      </div>
    </wa-callout>`;
  }
}
