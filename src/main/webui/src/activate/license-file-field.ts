import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { icon } from '../parts/icon.js';
import type { TextField } from '../parts/text-field.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';

const words = text.activate;

/** License files mostly have some thousand bytes; the service takes no more than two million of them. */
const LARGEST = 2 * 1024 * 1024;

/**
 * The license file: pasted, dropped, or chosen.
 *
 * @fires il-input with the contents, whenever they change
 */
@customElement('il-license-file-field')
export class LicenseFileField extends LitElement {
  static override styles = [
    shared,
    css`
      .field {
        display: grid;
        gap: 0.75rem;
        border-radius: 0.5rem;
      }

      .over {
        outline: 2px dashed var(--il-brand);
        outline-offset: 0.5rem;
      }

      .actions {
        align-items: center;
      }
    `,
  ];

  @property() value = '';
  @property({ attribute: false }) error: TemplateResult | null = null;
  @state() private over = false;
  @state() private from = '';
  @state() private tooLarge = false;
  @query('input') private picker!: HTMLInputElement;
  @query('il-text-field') private field!: TextField;

  override focus(): void {
    this.field.focus();
  }

  override render() {
    return html`<div
      class="field ${this.over ? 'over' : ''}"
      @dragover=${this.dragged}
      @dragleave=${() => (this.over = false)}
      @drop=${this.dropped}
    >
      <il-text-field
        label=${words.file}
        hint=${words.fileHint}
        rows="7"
        .value=${this.value}
        .error=${this.tooLarge ? html`<p>${words.fileTooLarge}</p>` : this.error}
        @il-input=${(event: CustomEvent<string>) => this.take(event.detail, '')}
      ></il-text-field>
      <div class="actions">
        <input type="file" accept=".lic,text/plain" hidden @change=${this.chosen} />
        <wa-button size="s" appearance="outlined" @click=${() => this.picker.click()}>
          <span slot="start">${icon('file', '1em')}</span>${words.chooseFile}
        </wa-button>
        <span class="quiet small" role="status">${this.from ? words.fileTaken(this.from) : nothing}</span>
      </div>
    </div>`;
  }

  private dragged(event: DragEvent) {
    event.preventDefault();
    this.over = true;
  }

  private async dropped(event: DragEvent) {
    event.preventDefault();
    this.over = false;
    await this.read(event.dataTransfer?.files[0]);
  }

  private async chosen() {
    await this.read(this.picker.files?.[0]);
    this.picker.value = '';
  }

  private async read(file: File | undefined) {
    if (!file) {
      return;
    }
    if (file.size > LARGEST) {
      // Nobody means what was in the field before.
      this.take('', '');
      this.tooLarge = true;
    } else {
      this.take(await file.text(), file.name);
    }
  }

  private take(contents: string, from: string) {
    this.tooLarge = false;
    this.from = from;
    this.value = contents;
    this.dispatchEvent(new CustomEvent<string>('il-input', { detail: contents }));
  }
}
