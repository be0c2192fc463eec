import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

/**
 * A dialog that asks whether something is to be done.
 *
 * @fires il-confirm when it is wanted
 * @fires il-cancel when it is not
 */
export abstract class Confirmation extends LitElement {
  /** While it is being done, the dialog stays open. */
  @property({ type: Boolean }) busy = false;

  protected guard(event: Event) {
    if (this.busy) {
      event.preventDefault();
    }
  }

  protected confirm() {
    this.dispatchEvent(new CustomEvent('il-confirm'));
  }

  protected cancel() {
    this.dispatchEvent(new CustomEvent('il-cancel'));
  }
}
