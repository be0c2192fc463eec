import type { LitElement, ReactiveController } from 'lit';
import type { LicensingApi } from '../api/licensing-api.js';
import type { ActivationRequest, Binding, LicenseAnswer, PreviewAnswer } from '../api/types.js';
import type { Failure } from '../parts/failure.js';
import { Operation, answered } from '../parts/operation.js';
import { text } from '../text/text.js';
import { offersTheSame } from './losses.js';

/** What a flow needs of the element around it. */
export interface FlowPort {
  api(): LicensingApi;
  /** What is shown of the license now. */
  answer(): LicenseAnswer;
  /** Something is about to be sent. */
  sends(): void;
  /** This was sent, and is done. */
  done(sent: ActivationRequest, answer: LicenseAnswer): void;
  /** This has ended what was tried, and the reader is to be led to it. */
  failed(failure: Failure): void;
}

/**
 * An activation, from what is typed to what is done: where a license is held, what will change is shown first; and where
 * that one has the seat, it is deactivated in between.
 */
export class ActivationFlow implements ReactiveController {
  readonly operation: Operation;
  preview: PreviewAnswer | null = null;
  /** Whether the preview took the place of what was shown before. */
  outdated = false;
  /** The preview that was agreed to, while the present license has to be deactivated before it can be applied. */
  agreed: PreviewAnswer | null = null;
  presentKey = '';
  /** Whether the present license is given back and the new one not activated yet: leaving now would keep neither. */
  swapping = false;
  /** What may have been activated, as far as is known. */
  sent: ActivationRequest | null = null;

  /** What the shown preview is about: the form may say something else by now. */
  private previewed: ActivationRequest | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly port: FlowPort,
  ) {
    this.operation = new Operation(host);
    host.addController(this);
  }

  hostConnected(): void {}

  /** Shows what an activation would change. */
  async look(asked: ActivationRequest): Promise<void> {
    const preview = await this.operation.run(() => this.port.api().preview(asked));
    this.show(preview ?? null, asked);
    this.update({ outdated: false });
    this.tellFailure();
  }

  /** Activates without a preview, as long as the license is as it is shown. */
  async activate(asked: ActivationRequest): Promise<void> {
    await this.activateAs(asked, { expectedRevision: this.port.answer().revision });
  }

  /** Activates what the shown preview says. */
  async apply(): Promise<void> {
    const shown = this.preview!;
    await this.activateAs(this.previewed!, { previewed: shown.digest });
    if (this.operation.failure?.heldByPresent) {
      this.update({ presentKey: this.port.answer().license?.key ?? '', agreed: shown });
    }
  }

  /** Deactivates the present license, and activates the new one if it still brings what was agreed to. */
  async swap(): Promise<void> {
    this.swapping = true;
    try {
      await this.swapAgreed();
    } finally {
      this.swapping = false;
    }
  }

  /** What a deactivation had against it is nothing of the form. */
  stay(): void {
    // A dialog that has closed says so as well.
    if (this.agreed && !this.operation.failure?.heldByPresent) {
      this.operation.forget();
    }
    this.update({ agreed: null });
  }

  /** The reader does not want what the preview says. */
  cancel(): void {
    this.update({ preview: null });
  }

  private async swapAgreed(): Promise<void> {
    const agreed = this.agreed!;
    const about = this.previewed!;
    if (this.port.answer().license?.key !== this.presentKey) {
      await this.lookAgain(about);
      return;
    }
    const answer = await this.operation.run(() => this.port.api().deactivate());
    if (!answer) {
      if (this.operation.failure && !this.port.answer().license) {
        await this.lookAgain(about);
      } else {
        this.update({ agreed: this.operation.failure ? agreed : null });
      }
      return;
    }
    answered(this.host, { answer, said: text.swap.deactivated });
    const present = await this.operation.run(() => this.port.api().preview(about));
    if (present && offersTheSame(agreed, present)) {
      await this.activateAs(about, { previewed: present.digest });
    } else if (present) {
      this.show(present, about);
      this.update({ outdated: true });
    }
    this.update({ agreed: null }); // Not earlier: a dialog does not close while it is busy.
    this.tellFailure();
  }

  /** The present license is another one by now, or none: what would be done is shown anew. */
  private async lookAgain(about: ActivationRequest): Promise<void> {
    const present = await this.operation.run(() => this.port.api().preview(about));
    this.show(present ?? null, about);
    this.update({ outdated: present !== undefined, agreed: null });
    this.tellFailure();
  }

  private async activateAs(sent: ActivationRequest, binding: Binding): Promise<void> {
    this.sent = sent;
    this.port.sends();
    const answer = await this.operation.run(() => this.port.api().activate({ ...sent, ...binding }));
    if (this.operation.busy) {
      return;
    }
    this.show(this.operation.failure?.preview ?? null, sent);
    this.update({ outdated: this.preview !== null });
    if (this.preview) {
      this.operation.forget();
    }
    if (answer) {
      this.port.done(sent, answer);
    } else {
      this.sent = this.operation.failure ? null : this.sent;
      this.tellFailure();
    }
  }

  private show(preview: PreviewAnswer | null, about: ActivationRequest): void {
    this.previewed = about;
    this.update({ preview });
  }

  private tellFailure(): void {
    if (this.operation.failure) {
      this.port.failed(this.operation.failure);
    }
  }

  private update(known: Partial<Pick<ActivationFlow, 'preview' | 'outdated' | 'agreed' | 'presentKey'>>): void {
    Object.assign(this, known);
    this.host.requestUpdate();
  }
}
