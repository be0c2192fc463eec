import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { failureText, type Failure } from '../parts/failure.js';
import { dialogs, keys, shared } from '../style/shared.js';
import { masked } from '../text/masked.js';
import { text } from '../text/text.js';
import { Confirmation } from './confirmation.js';

const words = text.swap;

/**
 * Offers to deactivate the present license and to activate the new one in its place, where the two can't have a seat at the
 * same time. Says what that means for the time in between, and offers to keep the present key.
 */
@customElement('il-swap-dialog')
export class SwapDialog extends Confirmation {
  static override styles = [shared, dialogs, keys];

  @property({ type: Boolean }) open = false;
  /** The key of the present license. */
  @property() key = '';
  /** Why the deactivation has failed, if it has. */
  @property({ attribute: false }) failure: Failure | null = null;

  override render() {
    return html`<wa-dialog
      label=${words.title}
      without-header
      ?open=${this.open}
      @wa-hide=${this.guard}
      @wa-after-hide=${this.cancel}
    >
      <div class="dialog">
        <h2>${words.title}</h2>
        <p>${words.text}</p>
        <ul>
          <li>${words.unlicensed}</li>
          <li>${words.undone}</li>
        </ul>
        <p>${words.keepKey}</p>
        <div class="key">
          <span class="mono" translate="no">${masked(this.key)}</span>
          <il-copy-button .value=${this.key} what=${text.details.key}></il-copy-button>
        </div>
        ${
          this.failure
            ? html`<il-notice tone="bad" role="alert" heading=${words.failed}>${failureText(this.failure)}</il-notice>`
            : nothing
        }
      </div>
      <wa-button slot="footer" appearance="outlined" ?disabled=${this.busy} @click=${this.cancel}
        >${text.common.cancel}</wa-button
      >
      <wa-button slot="footer" variant="danger" ?loading=${this.busy} @click=${this.confirm}
        >${words.confirm}</wa-button
      >
    </wa-dialog>`;
  }
}
