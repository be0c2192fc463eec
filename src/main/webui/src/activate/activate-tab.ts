import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import type { ActivationRequest, LicenseAnswer, PageSettings, UnderWay } from '../api/types.js';
import type { Failure } from '../parts/failure.js';
import { answered } from '../parts/operation.js';
import { shared } from '../style/shared.js';
import { clock } from '../text/format.js';
import { text } from '../text/text.js';
import { ActivationFlow } from './activation-flow.js';
import type { ActivationForm } from './activation-form.js';
import { EMPTY, isEmpty, isOf, request, without, type Draft, type Method } from './draft.js';
import type { DraftMemory } from './draft-memory.js';
import { placeOf } from './place.js';

/** Activates a license, online or offline. When one is held, what will change is shown before anything is applied. */
@customElement('il-activate-tab')
export class ActivateTab extends LitElement {
  static override styles = [
    shared,
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
  /** Keeps the draft over a reload; null where nothing is to be kept. */
  @property({ attribute: false }) memory: DraftMemory | null = null;
  @state() private draft: Draft = EMPTY;
  @query('il-activation-form') private form!: ActivationForm | null;

  private readonly flow = new ActivationFlow(this, {
    api: () => this.api,
    answer: () => this.answer,
    sends: () => this.keep(this.draft),
    done: (sent, answer) => this.done(sent, answer),
    failed: (failure) => this.lead(failure),
  });

  /** Whether the present license is given back and the new one not activated yet: leaving now would keep neither. */
  get swapping(): boolean {
    return this.flow.swapping;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('memory') && this.memory) {
      const { draft, sent } = this.memory.read();
      this.draft = draft;
      this.flow.sent = sent ? request(draft) : null;
    }
  }

  override render() {
    const { flow } = this;
    const { operation } = flow;
    const { underWay } = this.answer;
    const waits = underWay && underWay.action !== 'release' && !operation.busy;
    const instead = isEmpty(this.draft) || (flow.sent !== null && isOf(this.draft, flow.sent));
    return html`<div class="all">
        <div class="column">
          ${waits ? waiting(underWay, instead) : nothing} ${waits && instead ? nothing : this.fields()}
        </div>
        ${this.draft.method === 'offline' ? this.help() : nothing}
      </div>
      <il-preview-dialog
        .preview=${flow.preview}
        .page=${(code: string) => this.api.problemPage(code)}
        ?outdated=${flow.outdated}
        ?busy=${operation.busy}
        @il-confirm=${() => flow.apply()}
        @il-cancel=${() => flow.cancel()}
      ></il-preview-dialog>
      <il-swap-dialog
        ?open=${flow.agreed !== null}
        ?busy=${operation.busy}
        .key=${flow.presentKey}
        .failure=${operation.failure?.heldByPresent ? null : operation.failure}
        @il-confirm=${() => flow.swap()}
        @il-cancel=${() => flow.stay()}
      ></il-swap-dialog>`;
  }

  /** Shows the form for a method, whatever was chosen before. What is typed stays. */
  begin(method: Method): void {
    if (method !== this.draft.method) {
      this.take({ ...this.draft, method });
    }
  }

  /**
   * What was sent last is done, as was found out later. Whatever was typed since stays.
   *
   * @returns whether there is nothing more to be done here
   */
  finish(): boolean {
    if (this.flow.sent) {
      this.keep(without(this.draft, this.flow.sent));
    }
    return isEmpty(this.draft);
  }

  private fields() {
    const { operation, preview } = this.flow;
    return html`<il-activation-form
      ?held=${this.answer.license !== null}
      ?busy=${operation.busy && !preview}
      .settings=${this.settings}
      .failure=${operation.failure}
      .draft=${this.draft}
      @il-draft=${(event: CustomEvent<Draft>) => this.take(event.detail)}
      @il-submit=${(event: CustomEvent<ActivationRequest>) => this.submit(event.detail)}
    ></il-activation-form>`;
  }

  private help() {
    return html`<il-file-request
      fingerprint=${this.answer.installation.fingerprint}
      .request=${this.answer.installation.fileRequest}
      support=${this.settings.contact.support}
    ></il-file-request>`;
  }

  private take(draft: Draft) {
    this.keep(draft);
    this.flow.operation.forget();
  }

  private keep(draft: Draft) {
    this.draft = draft;
    this.memory?.keep(draft, this.flow.sent !== null && isOf(draft, this.flow.sent));
  }

  private submit(asked: ActivationRequest) {
    return this.answer.license ? this.flow.look(asked) : this.flow.activate(asked);
  }

  private done(sent: ActivationRequest, answer: LicenseAnswer) {
    this.keep(without(this.draft, sent));
    answered(this, { answer, said: text.activate.activated(answer.license?.name ?? null), tab: 'status' });
  }

  private lead(failure: Failure) {
    this.keep(this.draft); // What is refused is not under way any more.
    this.form?.focusOn(placeOf(failure, this.draft.method));
    void this.updateComplete.then(() => this.form?.reveal());
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
