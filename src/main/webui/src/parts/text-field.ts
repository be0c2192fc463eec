import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { icon } from './icon.js';
import { shared } from '../style/shared.js';

/**
 * A field for a text of several lines, whose hint and error a screen reader reads with it. Web Awesome's text area can't
 * say that its value is wrong.
 *
 * @fires il-input with the text, whenever it changes
 */
@customElement('il-text-field')
export class TextField extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.375rem;
      }

      label {
        font-weight: 550;
      }

      .hint {
        color: var(--il-quiet);
        font-size: 0.875rem;
      }

      textarea {
        display: block;
        width: 100%;
        resize: vertical;
        padding: 0.625rem 0.875rem;
        border: 1px solid var(--il-line-strong);
        border-radius: var(--wa-border-radius-m);
        background: var(--il-surface);
        color: var(--il-text);
        font: 0.875rem/1.5 var(--il-mono);
        overflow-wrap: anywhere;
      }

      textarea:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 1px;
      }

      textarea[aria-invalid='true'] {
        border-color: var(--il-bad);
      }

      .error {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.5rem;
        color: var(--il-bad);
        font-size: 0.9375rem;
      }

      .error svg {
        margin-block-start: 0.125rem;
      }

      .says {
        display: grid;
        gap: 0.25rem;
        color: var(--il-text);
      }

      .says wa-button {
        justify-self: start;
      }

      .says > :first-child {
        color: var(--il-bad);
        font-weight: 550;
      }
    `,
  ];

  @property() label = '';
  @property() hint = '';
  @property() value = '';
  @property({ type: Number }) rows = 3;
  /** What is wrong with the text, in paragraphs. */
  @property({ attribute: false }) error: TemplateResult | null = null;
  @query('textarea') private area!: HTMLTextAreaElement;

  override focus(): void {
    this.area.focus();
  }

  override render() {
    return html`<label for="area">${this.label}</label>
      <p id="hint" class="hint">${this.hint}</p>
      <textarea
        id="area"
        rows=${this.rows}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby=${this.error ? 'error hint' : 'hint'}
        aria-invalid=${this.error ? 'true' : 'false'}
        .value=${this.value}
        @input=${this.changed}
      ></textarea>
      <div id="error" role="alert">
        ${
          this.error
            ? html`<div class="error">
                ${icon('warning', '1.2em')}
                <div class="says">${this.error}</div>
              </div>`
            : nothing
        }
      </div>`;
  }

  private changed() {
    this.value = this.area.value;
    this.dispatchEvent(new CustomEvent<string>('il-input', { detail: this.value }));
  }
}
