import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HistoryFilter } from '../state/history.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';

/**
 * What of the history is shown: an action, an outcome, and days of the reader's.
 *
 * @fires il-filter with the filter, whenever the reader changes it
 */
@customElement('il-history-filter')
export class HistoryFilterForm extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: end;
      }

      form > div {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.125rem;
        max-width: 100%;
      }

      label {
        font-size: 0.875rem;
        color: var(--il-quiet);
      }

      select,
      input {
        box-sizing: border-box;
        max-width: 100%;
        min-height: 2.25rem;
        padding: 0.25rem 0.5rem;
        border: 1px solid var(--il-line-strong);
        border-radius: 0.5rem;
        background: var(--il-surface);
        color: var(--il-text);
        font: inherit;
      }

      select:focus-visible,
      input:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 1px;
      }
    `,
  ];

  @property({ attribute: false }) filter!: HistoryFilter;

  override render() {
    const words = text.history;
    return html`<form aria-label=${words.filter} @submit=${(event: Event) => event.preventDefault()}>
      ${this.choice('action', words.what, words.everyAction, words.actions)}
      ${this.choice('outcome', words.outcome, words.everyOutcome, words.outcomes)} ${this.day('from', words.from)}
      ${this.day('to', words.to)}
    </form>`;
  }

  private choice(name: 'action' | 'outcome', label: string, every: string, options: Record<string, string>) {
    return html`<div>
      <label for=${name}>${label}</label>
      <select id=${name} @change=${this.change(name)}>
        <option value="" ?selected=${this.filter[name] === ''}>${every}</option>
        ${Object.entries(options).map(
          ([value, word]) => html`<option value=${value} ?selected=${this.filter[name] === value}>${word}</option>`,
        )}
      </select>
    </div>`;
  }

  private day(name: 'from' | 'to', label: string) {
    return html`<div>
      <label for=${name}>${label}</label>
      <input id=${name} type="date" .value=${this.filter[name]} @change=${this.change(name)} />
    </div>`;
  }

  private change(name: keyof HistoryFilter) {
    return (event: Event) => {
      const { value } = event.target as HTMLInputElement | HTMLSelectElement;
      this.dispatchEvent(new CustomEvent('il-filter', { detail: { ...this.filter, [name]: value } }));
    };
  }
}
