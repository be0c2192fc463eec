import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import type { ActivationRequest, Binding, LicenseAnswer, PageSettings, PreviewAnswer, UnderWay } from '../api/types.js';
import { failureText, type Failure } from '../parts/failure.js';
import { Operation, answered } from '../parts/operation.js';
import type { TextField } from '../parts/text-field.js';
import { checks, shared } from '../style/shared.js';
import { clock } from '../text/format.js';
import { text } from '../text/text.js';
import type { LicenseFileField } from './license-file-field.js';
import { offersTheSame } from './losses.js';
import { moveOffer, moved } from './move.js';
import { placeOf, type Place } from './place.js';

const words = text.activate;

type Method = ActivationRequest['method'];

/** Activates a license, online or offline. When one is held, what will change is shown before anything is applied. */
@customElement('il-activate-tab')
export class ActivateTab extends LitElement {
  static override styles = [
    shared,
    checks,
    css`
      .all,
      .column {
        display: grid;
        gap: 1.25rem;
        align-items: start;
      }

      .column {
        min-width: 0;
      }

      form {
        display: grid;
        gap: 1.5rem;
      }

      .methods {
        display: grid;
        gap: 0.5rem;
        margin-block-start: 0.5rem;
      }

      wa-radio {
        margin: 0;
        padding: 0.875rem 1rem;
        border: 1px solid var(--il-line);
        border-radius: 0.5rem;
        background: var(--il-surface);
      }

      wa-radio::part(label) {
        display: grid;
      }

      wa-radio:state(checked) {
        border-color: var(--il-brand);
        background: var(--wa-color-brand-fill-quiet);
      }

      wa-radio-group::part(form-control-label) {
        font-weight: 550;
      }

      .name {
        font-weight: 550;
      }

      @container page (min-width: 40rem) {
        .methods {
          grid-template-columns: 1fr 1fr;
        }
      }

      @container page (min-width: 60rem) {
        .all {
          grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ attribute: false }) settings!: PageSettings;
  @property({ attribute: false }) api!: LicensingApi;
  @property() method: Method = 'online';
  @state() private key = '';
  @state() private file = '';
  @state() private missing: Place | null = null;
  @state() private preview: PreviewAnswer | null = null;
  private presentKey = '';
  /** Whether the preview took the place of what was shown before. */
  @state() private outdated = false;
  /** The preview that was agreed to, while the present license has to be deactivated before it can be applied. */
  @state() private agreed: PreviewAnswer | null = null;
  @query('il-text-field') private keyField!: TextField;
  @query('il-license-file-field') private fileField!: LicenseFileField | null;

  private readonly operation = new Operation(this);
  /** What the shown preview is about: the form may say something else by now. */
  private previewed: ActivationRequest | null = null;
  private sent: ActivationRequest | null = null;

  override render() {
    const held = this.answer.license !== null;
    const { underWay } = this.answer;
    const waits = underWay && underWay.action !== 'release' && !this.operation.busy;
    return html`<div class="all">
        <div class="column">
          ${waits ? waiting(underWay, this.isEmpty()) : nothing} ${waits && this.isEmpty() ? nothing : this.form(held)}
        </div>
        ${this.method === 'offline' ? this.help() : nothing}
      </div>
      <il-preview-dialog
        .preview=${this.preview}
        .page=${(code: string) => this.api.problemPage(code)}
        ?outdated=${this.outdated}
        ?busy=${this.operation.busy}
        @il-confirm=${this.apply}
        @il-cancel=${() => (this.preview = null)}
      ></il-preview-dialog>
      <il-swap-dialog
        ?open=${this.agreed !== null}
        ?busy=${this.operation.busy}
        .key=${this.presentKey}
        .failure=${this.operation.failure?.heldByPresent ? null : this.operation.failure}
        @il-confirm=${this.swap}
        @il-cancel=${this.stay}
      ></il-swap-dialog>`;
  }

  /** Whether the present license is given back and the new one not activated yet: leaving now would keep neither. */
  swapping = false;

  /**
   * What was sent last is done, as was found out later. Whatever was typed since stays.
   *
   * @returns whether there is nothing more to be done here
   */
  finish(): boolean {
    if (this.sent) {
      this.clear(this.sent);
    }
    return this.isEmpty();
  }

  /** Empties the form of what is activated. */
  private clear(done: ActivationRequest): void {
    if (this.key === done.licenseKey) {
      this.key = '';
    }
    if (this.method === 'online' || (done.method === 'offline' && this.file === done.licenseFile)) {
      this.file = '';
    }
  }

  /** An empty form would ask for what somebody else is doing; what is typed stays. */
  private isEmpty(): boolean {
    return !this.key.trim() && !this.file.trim();
  }

  private form(held: boolean) {
    return html`<form class="card" novalidate @submit=${this.submit}>
      <div>
        <h2>${held ? words.updateHeading : words.heading}</h2>
        ${held ? html`<p class="quiet small">${words.updateLead}</p>` : nothing}
      </div>
      ${this.methods()}
      <il-text-field
        label=${words.key}
        hint=${words.keyHint}
        .value=${this.key}
        .error=${this.errorAt('licenseKey')}
        @il-input=${(event: CustomEvent<string>) => this.edit(() => (this.key = event.detail))}
      ></il-text-field>
      ${this.method === 'offline' ? this.offline() : nothing} ${this.failure()} ${this.seats()}
      <div class="actions">
        <wa-button type="submit" variant="brand" ?loading=${this.operation.busy && !this.preview}
          >${words.submit}</wa-button
        >
      </div>
    </form>`;
  }

  private methods() {
    return html`<wa-radio-group
      label=${words.method}
      .value=${this.method}
      @change=${(event: Event) => this.choose((event.currentTarget as HTMLInputElement).value as Method)}
    >
      <div class="methods">
        <wa-radio value="online">
          <span class="name">${words.online}</span>
          <span class="quiet small">${words.onlineHint(this.settings.licensingServer)}</span>
        </wa-radio>
        <wa-radio value="offline">
          <span class="name">${words.offline}</span>
          <span class="quiet small">${words.offlineHint}</span>
        </wa-radio>
      </div>
    </wa-radio-group>`;
  }

  private offline() {
    return html`<il-license-file-field
      .value=${this.file}
      .error=${this.errorAt('licenseFile')}
      @il-input=${(event: CustomEvent<string>) => this.edit(() => (this.file = event.detail))}
    ></il-license-file-field>`;
  }

  private help() {
    return html`<il-file-request
      fingerprint=${this.answer.installation.fingerprint}
      .request=${this.answer.installation.fileRequest}
      support=${this.settings.contact.support}
    ></il-file-request>`;
  }

  /** What is about none of the fields. */
  private failure() {
    const failure = this.operation.failure;
    return failure && placeOf(failure, this.method) === 'form'
      ? html`<il-notice tone="bad" role="alert" heading=${this.failed()}>${failureText(failure)}</il-notice>`
      : nothing;
  }

  private seats() {
    const seats = this.operation.failure?.seats;
    return seats ? html`<il-seat-list .seats=${seats}></il-seat-list>` : nothing;
  }

  private errorAt(place: Place): TemplateResult | null {
    if (this.missing === place) {
      return html`<p>${place === 'licenseKey' ? words.keyMissing : words.fileMissing}</p>`;
    }
    const failure = this.operation.failure;
    return failure && placeOf(failure, this.method) === place
      ? html`<p>${this.failed()}</p>
          ${failureText(failure)} ${moveOffer(failure, () => this.move(failure))}`
      : null;
  }

  private failed(): string {
    return this.answer.license ? words.updateFailed : words.failed;
  }

  private move({ belongsIn }: Failure) {
    const { key, file } = moved({ key: this.key, file: this.file }, belongsIn);
    this.choose('offline');
    this.edit(() => {
      this.key = key;
      this.file = file;
    });
    void this.updateComplete.then(() => this.focusOn(belongsIn ?? 'form'));
  }

  private choose(method: Method) {
    this.method = method;
    this.edit(() => {});
  }

  /** What was wrong with the last attempt is not known of the next one. */
  private edit(change: () => void) {
    change();
    this.missing = null;
    this.operation.forget();
  }

  private async submit(event: Event) {
    event.preventDefault();
    this.missing = this.firstMissing();
    if (this.missing) {
      this.focusOn(this.missing);
    } else if (this.answer.license) {
      await this.look();
    } else {
      await this.activate();
    }
  }

  private firstMissing(): Place | null {
    if (!this.key.trim()) {
      return 'licenseKey';
    }
    return this.method === 'offline' && !this.file.trim() ? 'licenseFile' : null;
  }

  private async look() {
    const asked = this.request();
    const preview = await this.operation.run(() => this.api.preview(asked));
    this.show(preview ?? null, asked);
    this.outdated = false;
    this.showFailure();
  }

  private show(preview: PreviewAnswer | null, about: ActivationRequest) {
    this.preview = preview;
    this.previewed = about;
  }

  /** Activates what the shown preview says. */
  private async apply() {
    const shown = this.preview!;
    await this.activateAs(this.previewed!, { previewed: shown.digest });
    if (this.operation.failure?.heldByPresent) {
      this.presentKey = this.answer.license?.key ?? '';
      this.agreed = shown;
    }
  }

  /** Deactivates the present license, and activates the new one if it still brings what was agreed to. */
  private async swap() {
    this.swapping = true;
    try {
      await this.swapAgreed();
    } finally {
      this.swapping = false;
    }
  }

  private async swapAgreed() {
    const agreed = this.agreed!;
    const about = this.previewed!;
    if (this.answer.license?.key !== this.presentKey) {
      await this.lookAgain(about);
      return;
    }
    const answer = await this.operation.run(() => this.api.deactivate());
    if (!answer) {
      if (this.operation.failure && !this.answer.license) {
        await this.lookAgain(about);
      } else {
        this.agreed = this.operation.failure ? agreed : null;
      }
      return;
    }
    answered(this, { answer, said: text.swap.deactivated });
    const present = await this.operation.run(() => this.api.preview(about));
    if (present && offersTheSame(agreed, present)) {
      await this.activateAs(about, { previewed: present.digest });
    } else if (present) {
      this.show(present, about);
      this.outdated = true;
    }
    this.agreed = null; // Not earlier: a dialog does not close while it is busy.
    this.showFailure();
  }

  /** The present license is another one by now, or none: what would be done is shown anew. */
  private async lookAgain(about: ActivationRequest) {
    const present = await this.operation.run(() => this.api.preview(about));
    this.show(present ?? null, about);
    this.outdated = present !== undefined;
    this.agreed = null;
    this.showFailure();
  }

  /** What a deactivation had against it is nothing of the form. */
  private stay() {
    // A dialog that has closed says so as well.
    if (this.agreed && !this.operation.failure?.heldByPresent) {
      this.operation.forget();
    }
    this.agreed = null;
  }

  /** Activates without a preview, as long as the license is as it is shown. */
  private async activate() {
    await this.activateAs(this.request(), { expectedRevision: this.answer.revision });
  }

  private async activateAs(sent: ActivationRequest, binding: Binding) {
    this.sent = sent;
    const answer = await this.operation.run(() => this.api.activate({ ...sent, ...binding }));
    if (this.operation.busy) {
      return;
    }
    this.show(this.operation.failure?.preview ?? null, sent);
    this.outdated = this.preview !== null;
    if (this.preview) {
      this.operation.forget();
    }
    if (!answer) {
      this.showFailure();
      return;
    }
    this.clear(sent);
    answered(this, { answer, said: words.activated(answer.license?.name ?? null), tab: 'status' });
  }

  private request(): ActivationRequest {
    const licenseKey = this.key;
    if (this.method === 'online') {
      return { method: 'online', licenseKey };
    }
    return { method: 'offline', licenseKey, licenseFile: this.file };
  }

  private showFailure() {
    const failure = this.operation.failure;
    if (failure) {
      this.focusOn(placeOf(failure, this.method));
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('il-notice')?.scrollIntoView({ block: 'nearest' }),
      );
    }
  }

  private focusOn(place: Place) {
    if (place === 'licenseKey') {
      this.keyField.focus();
    } else if (place === 'licenseFile') {
      this.fileField?.focus();
    }
  }
}

function waiting({ action, since, by }: UnderWay, instead: boolean): TemplateResult {
  const words = text.operation;
  return html`<il-under-way
    inline
    what=${action}
    since=${words.sinceBy(clock(since), by)}
    more=${instead ? words.formComesBack : ''}
  ></il-under-way>`;
}
