import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import type { LicenseAnswer, PageSettings } from '../api/types.js';
import { failureText } from '../parts/failure.js';
import { linked } from '../parts/linked.js';
import { Operation, answered } from '../parts/operation.js';
import { dialogs, keys, shared } from '../style/shared.js';
import { masked } from '../text/masked.js';
import { text } from '../text/text.js';

const words = text.deactivate;

/** Asks once more before the license is removed, says what follows, and offers to keep the key. */
@customElement('il-deactivate-dialog')
export class DeactivateDialog extends LitElement {
  static override styles = [shared, dialogs, keys];

  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ attribute: false }) settings!: PageSettings;
  @property({ attribute: false }) api!: LicensingApi;
  @state() private open = false;

  private readonly operation = new Operation(this);

  show(): void {
    this.operation.forget();
    this.open = true;
  }

  override render() {
    const license = this.answer.license;
    const { failure, busy } = this.operation;
    return html`<wa-dialog
      label=${words.title}
      without-header
      ?open=${this.open}
      @wa-hide=${this.operation.guard}
      @wa-after-hide=${() => (this.open = false)}
    >
      <div class="dialog">
        <h2>${words.title}</h2>
        <p>${words.text}</p>
        <ul>
          <li>${words.copies}</li>
          <li>
            ${license?.validationMode === 'offline' ? linked(words.offline(this.settings.contact.support)) : words.online}
          </li>
        </ul>
        <p>${words.keepKey}</p>
        <div class="key">
          <span class="mono" translate="no">${masked(license?.key ?? '')}</span>
          <il-copy-button .value=${license?.key ?? ''} what=${text.details.key}></il-copy-button>
        </div>
        ${
          failure
            ? html`<il-notice tone="bad" role="alert" heading=${words.failed}>${failureText(failure)}</il-notice>`
            : nothing
        }
      </div>
      <wa-button slot="footer" appearance="outlined" ?disabled=${busy} @click=${() => (this.open = false)}
        >${text.common.cancel}</wa-button
      >
      <wa-button slot="footer" variant="danger" ?loading=${busy} @click=${this.deactivate}>${words.confirm}</wa-button>
    </wa-dialog>`;
  }

  private async deactivate() {
    const answer = await this.operation.run(() => this.api.deactivate());
    this.open = this.operation.busy || this.operation.failure !== null;
    if (answer) {
      answered(this, { answer, said: said(answer) });
    }
  }
}

function said(answer: LicenseAnswer): string {
  if (answer.release === 'not-possible') {
    return words.notPossible;
  }
  if (answer.release !== 'pending') {
    return words.completed;
  }
  const { pendingReleases } = answer.installation;
  return pendingReleases.every((release) => release.state === 'queued') ? words.pending : words.blocked;
}
