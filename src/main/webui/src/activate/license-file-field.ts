import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { icon } from '../parts/icon.js';
import type { TextField } from '../parts/text-field.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import { readLicenseFile } from './file-text.js';

const words = text.activate;

/**
 * The license file: pasted, chosen, or read from what was dropped on the form.
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
      }

      .actions {
        align-items: center;
      }
    `,
  ];

  @property() value = '';
  @property({ attribute: false }) error: TemplateResult | null = null;
  /** The name of the file that the text was read from. */
  @state() private from = '';
  /** Why the last file was not taken. */
  @state() private refused: string | null = null;
  /** How often something was taken or asked for: what is read from a file is of no use once there is something newer. */
  private asked = 0;
  @query('input') private picker!: HTMLInputElement;
  @query('il-text-field') private field!: TextField;

  override focus(): void {
    this.field.focus();
  }

  override render() {
    return html`<div class="field">
      <il-text-field
        label=${words.file}
        hint=${words.fileHint}
        rows="7"
        .value=${this.value}
        .error=${this.refused ? html`<p>${this.refused}</p>` : this.error}
        @il-input=${(event: CustomEvent<string>) => this.take(event.detail, '')}
      ></il-text-field>
      <div class="actions">
        <input type="file" accept=".lic,text/plain" hidden @change=${this.chosen} />
        <wa-button size="s" appearance="outlined" @click=${() => this.picker.click()}>
          <span slot="start">${icon('file', '1em')}</span>${words.chooseFile}
        </wa-button>
        <span class="quiet small" role="status">${this.from && this.value ? words.fileTaken(this.from) : nothing}</span>
      </div>
    </div>`;
  }

  /** Takes the text of a file. One that is none is refused by its name, and the former text goes: nobody means it any more. */
  async read(file: File): Promise<void> {
    const asked = ++this.asked;
    const read = await readLicenseFile(file);
    if (asked !== this.asked) {
      return;
    }
    if ('text' in read) {
      this.take(read.text, file.name);
    } else {
      this.take('', '');
      this.refused = words.fileRefused[read.refused](file.name);
    }
  }

  private async chosen() {
    const file = this.picker.files?.[0];
    if (file) {
      await this.read(file);
    }
    this.picker.value = '';
  }

  private take(contents: string, from: string) {
    this.asked++;
    this.refused = null;
    this.from = from;
    this.value = contents;
    this.dispatchEvent(new CustomEvent<string>('il-input', { detail: contents }));
  }
}
