import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../style/shared.js';
import { icon, type IconName } from './icon.js';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad';

const icons: Record<Tone, IconName> = { neutral: 'info', good: 'check', warn: 'clock', bad: 'warning' };

/** Something to know, with what to do about it: a heading, a text in the slot, and actions. */
@customElement('il-notice')
export class Notice extends LitElement {
  static override styles = [
    shared,
    css`
      .notice {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.875rem;
        padding: 1rem;
        border: 1px solid var(--wa-color-neutral-border-quiet);
        border-radius: var(--il-radius);
        background: var(--wa-color-neutral-fill-quiet);
      }

      svg {
        display: block;
        margin-block-start: 0.125rem;
        color: var(--il-quiet);
      }

      .good {
        border-color: var(--il-good-line);
        background: var(--il-good-fill);
      }

      .good svg {
        color: var(--il-good);
      }

      .warn {
        border-color: var(--il-warn-line);
        background: var(--il-warn-fill);
      }

      .warn svg {
        color: var(--il-warn);
      }

      .bad {
        border-color: var(--il-bad-line);
        background: var(--il-bad-fill);
      }

      .bad svg {
        color: var(--il-bad);
      }

      .body {
        display: grid;
        gap: 0.25rem;
        min-width: 0;
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
    return html`<div class="notice ${this.tone}">
      ${icon(icons[this.tone])}
      <div class="body">
        ${this.heading ? html`<p class="heading">${this.heading}</p>` : nothing}
        <div><slot></slot></div>
        <div class="actions"><slot name="actions"></slot></div>
      </div>
    </div>`;
  }
}
