import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ActivationRequest, PageSettings } from '../api/types.js';
import { failureText, type Failure } from '../parts/failure.js';
import type { TextField } from '../parts/text-field.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { EMPTY, request, type Draft, type Method } from './draft.js';
import { headingOf } from './heading.js';
import type { LicenseFileField } from './license-file-field.js';
import { moveOffer, moved } from './move.js';
import { placeOf, type Place } from './place.js';

const words = text.activate;

/**
 * The form: what is to be activated, and how. It says what is missing, and shows a failure at the field that it is about.
 *
 * @fires il-draft with the draft, whenever the reader changes it
 * @fires il-submit with what is to be activated
 */
@customElement('il-activation-form')
export class ActivationForm extends LitElement {
  static override styles = [
    shared,
    css`
      form {
        display: grid;
        gap: 1.5rem;
      }

      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        font-weight: 550;
      }

      .methods {
        display: grid;
        gap: 0.5rem;
        margin-block-start: 0.5rem;
      }

      .method {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 0.625rem;
        align-content: start;
        padding: 0.875rem 1rem;
        border: 1px solid var(--il-line);
        border-radius: var(--wa-border-radius-m);
        background: var(--il-surface);
        cursor: pointer;
      }

      .method:has(:checked) {
        border-color: var(--il-brand);
        background: var(--wa-color-brand-fill-quiet);
      }

      .method:has(:focus-visible) {
        outline: 2px solid var(--il-brand);
        outline-offset: 2px;
      }

      .method input {
        width: 1.25rem;
        height: 1.25rem;
        margin: 0.125rem 0 0;
        outline: 0;
        accent-color: var(--wa-color-brand-fill-loud);
      }

      .method .small {
        grid-column: 2;
      }

      .name {
        font-weight: 550;
      }

      .over {
        outline: 2px dashed var(--il-brand);
        outline-offset: 0.25rem;
      }

      @container page (min-width: 40rem) {
        .methods {
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  /** Whether a license is held, which a new one would replace. */
  @property({ type: Boolean }) held = false;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) settings!: PageSettings;
  @property({ attribute: false }) failure: Failure | null = null;
  @property({ attribute: false }) draft: Draft = EMPTY;
  @state() private missing: Place | null = null;
  /** Whether a file is dragged over the form. */
  @state() private over = false;
  @query('il-text-field') private keyField!: TextField;
  @query('il-license-file-field') private fileField!: LicenseFileField | null;

  override render() {
    return html`<form
      class="card ${this.over ? 'over' : ''}"
      novalidate
      @submit=${this.submit}
      @dragover=${this.dragged}
      @dragleave=${() => (this.over = false)}
      @drop=${this.dropped}
    >
      <div>
        <h2>${this.held ? words.updateHeading : words.heading}</h2>
        ${this.held ? html`<p class="quiet small">${words.updateLead}</p>` : nothing}
      </div>
      ${this.methods()}
      <il-text-field
        label=${words.key}
        hint=${words.keyHint}
        .value=${this.draft.key}
        .error=${this.errorAt('licenseKey')}
        @il-input=${(event: CustomEvent<string>) => this.edit({ key: event.detail })}
      ></il-text-field>
      ${this.draft.method === 'offline' ? this.offline() : nothing} ${this.formFailure()} ${this.seats()}
      <div class="actions">
        <wa-button type="submit" variant="brand" ?loading=${this.busy}>${words.submit}</wa-button>
      </div>
    </form>`;
  }

  /** Leads the reader to what the failure is about. */
  focusOn(place: Place): void {
    if (place === 'licenseKey') {
      this.keyField.focus();
    } else if (place === 'licenseFile') {
      this.fileField?.focus();
    }
  }

  /** Makes the failure seen, once it is shown. */
  async reveal(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('il-notice')?.scrollIntoView({ block: 'nearest' });
  }

  private methods() {
    return html`<fieldset>
      <legend>${words.method}</legend>
      <div class="methods">
        ${this.choice('online', words.online, words.onlineHint(this.settings.licensingServer))}
        ${this.choice('offline', words.offline, words.offlineHint)}
      </div>
    </fieldset>`;
  }

  private choice(method: Method, name: string, hint: string) {
    return html`<label class="method">
      <input
        type="radio"
        name="method"
        value=${method}
        .checked=${this.draft.method === method}
        @change=${() => this.edit({ method })}
      />
      <span class="name">${name}</span>
      <span class="quiet small">${hint}</span>
    </label>`;
  }

  private offline() {
    return html`<il-license-file-field
      .value=${this.draft.file}
      .error=${this.errorAt('licenseFile')}
      @il-input=${(event: CustomEvent<string>) => this.edit({ file: event.detail })}
    ></il-license-file-field>`;
  }

  /** What is about none of the fields. */
  private formFailure() {
    const { failure } = this;
    return failure && placeOf(failure, this.draft.method) === 'form'
      ? html`<il-notice tone="bad" role="alert" heading=${headingOf(failure, this.held)}
          >${failureText(failure)}</il-notice
        >`
      : nothing;
  }

  private seats() {
    const seats = this.failure?.seats;
    return seats ? html`<il-seat-list .seats=${seats}></il-seat-list>` : nothing;
  }

  private errorAt(place: Place): TemplateResult | null {
    if (this.missing === place) {
      return html`<p>${place === 'licenseKey' ? words.keyMissing : words.fileMissing}</p>`;
    }
    const { failure } = this;
    return failure && placeOf(failure, this.draft.method) === place
      ? html`<p>${headingOf(failure, this.held)}</p>
          ${failureText(failure)} ${moveOffer(failure, () => this.move(failure))}`
      : null;
  }

  private move({ belongsIn }: Failure) {
    this.edit({ method: 'offline', ...moved(this.draft, belongsIn) });
    void this.updateComplete.then(() => this.focusOn(belongsIn ?? 'form'));
  }

  /** What was wrong with the last attempt is not known of the next one. */
  private edit(changes: Partial<Draft>) {
    this.missing = null;
    this.draft = { ...this.draft, ...changes };
    this.dispatchEvent(new CustomEvent('il-draft', { detail: this.draft }));
  }

  /** A text that is dragged is the browser's: it goes into the field below it. */
  private dragged(event: DragEvent) {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      this.over = true;
    }
  }

  /** Wherever a file is dropped, it is the license file: the browser would open it in place of the page. */
  private async dropped(event: DragEvent) {
    const file = event.dataTransfer?.files[0];
    this.over = false;
    if (file) {
      event.preventDefault();
      this.edit({ method: 'offline' });
      await this.updateComplete;
      await this.fileField?.read(file);
    }
  }

  private submit(event: Event) {
    event.preventDefault();
    this.missing = this.firstMissing();
    if (this.missing) {
      this.focusOn(this.missing);
    } else {
      this.dispatchEvent(new CustomEvent<ActivationRequest>('il-submit', { detail: request(this.draft) }));
    }
  }

  private firstMissing(): Place | null {
    if (!this.draft.key.trim()) {
      return 'licenseKey';
    }
    return this.draft.method === 'offline' && !this.draft.file.trim() ? 'licenseFile' : null;
  }
}
