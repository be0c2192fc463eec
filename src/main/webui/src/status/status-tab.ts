import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import type { Binding, HistoryEntry, LicenseAnswer, PageSettings, PreviewAnswer } from '../api/types.js';
import { headingOf } from '../activate/heading.js';
import { failureText, type Failure } from '../parts/failure.js';
import { noteText } from '../parts/notes.js';
import { Operation, answered } from '../parts/operation.js';
import { links } from '../parts/see.js';
import { Aside } from '../state/aside.js';
import { warningsOf, type Act, type LeftToDo, type Warning, type WarningCode } from '../state/warnings.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';
import type { DeactivateDialog } from './deactivate-dialog.js';
import type { ReleaseList } from './release-list.js';
import { linkTo, titleOf } from './warning-text.js';
import type { WorstThing } from './worst-thing.js';

const words = text.standing;

/**
 * Whether the installation is licensed, and everything about it.
 *
 * @fires il-go with the tab to go to, and there the method to begin with
 */
@customElement('il-status-tab')
export class StatusTab extends LitElement {
  static override styles = [
    shared,
    links,
    css`
      .all {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
      }

      .pair {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.25rem;
      }

      .column {
        display: grid;
        gap: 1.25rem;
        align-content: start;
        min-width: 0;
      }

      ul {
        padding-inline-start: 1.25rem;
      }

      @container page (min-width: 60rem) {
        .pair {
          grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ attribute: false }) settings!: PageSettings;
  @property({ attribute: false }) api!: LicensingApi;
  /** What a deactivation has left to do. */
  @property({ attribute: false }) left: LeftToDo | null = null;
  /** The time that counts, in milliseconds. */
  @property({ type: Number }) now = 0;
  @state() private failed: 'revalidation' | 'activation' | 'confirmation' = 'revalidation';
  /** What activating again would change, where the license is not the one any more that was shown. */
  @state() private preview: PreviewAnswer | null = null;
  /** The last re-validation in the history, whatever is shown of the history itself. */
  @state() private recorded: readonly HistoryEntry[] = [];
  @query('il-deactivate-dialog') private dialog!: DeactivateDialog;
  @query('il-worst-thing') private worst!: WorstThing | null;
  @query('.failed') private failureNotice!: HTMLElement | null;

  private readonly operation = new Operation(this);
  private aside!: Aside;
  /** The failure that was brought into view. */
  private seen: Failure | null = null;
  /** The key that is activated again. */
  private key = '';

  protected override willUpdate(changed: PropertyValues<this>) {
    const { id } = this.answer.installation;
    if (changed.has('answer') && changed.get('answer')?.installation.id !== id) {
      this.aside = new Aside(id, () => localStorage);
    }
  }

  override render() {
    const { answer, settings, now } = this;
    const license = answer.license;
    const all = warningsOf(answer, this.left, now);
    const warnings = all.filter((warning) => !this.aside.has(warning));
    const restricted = warnings.find(({ code }) => code === 'restricted');
    const restriction = restricted ? titleOf(restricted, answer) : null;
    return html`<div class="all" @il-see=${this.see}>
        <il-standing-panel .answer=${answer} .now=${now} worst=${warnings[0]?.step ?? nothing}>
          ${license ? this.licensedActions(warnings[0]) : this.unlicensedActions()} ${this.warned(warnings)}
        </il-standing-panel>
        ${this.failure()} ${this.notes(all, warnings)} ${this.releases(warnings)}
        ${
          license
            ? html`<div class="pair">
                <il-details-table
                  @il-deactivate=${() => this.dialog.show()}
                  .answer=${answer}
                  .warnings=${warnings}
                  .recorded=${this.recorded}
                  .now=${now}
                ></il-details-table>
                <div class="column">
                  <il-future-timeline .answer=${answer} .warnings=${warnings} .now=${now}></il-future-timeline>
                  ${this.installation()}
                </div>
              </div>`
            : this.installation()
        }
        <il-limit-cards
          .limits=${answer.limits}
          .asSigned=${answer.asSigned?.limits ?? null}
          .restriction=${restriction}
        ></il-limit-cards>
        <il-entitlement-table
          .entitlements=${answer.entitlements}
          .asSigned=${answer.asSigned?.entitlements ?? null}
          .restriction=${restriction}
          ?licensed=${answer.licensed}
          ?offline=${license?.validationMode === 'offline'}
        ></il-entitlement-table>
        <il-history-list
          .api=${this.api}
          .answer=${answer}
          .now=${now}
          @il-revalidation=${(event: CustomEvent<HistoryEntry[]>) => (this.recorded = event.detail)}
          .ended=${this.api.ended}
        ></il-history-list>
      </div>
      <il-deactivate-dialog .answer=${answer} .settings=${settings} .api=${this.api}></il-deactivate-dialog>
      <il-preview-dialog
        .preview=${this.preview}
        .page=${this.page}
        outdated
        ?busy=${this.operation.busy}
        @il-confirm=${() => this.activate({ previewed: this.preview!.digest })}
        @il-cancel=${() => (this.preview = null)}
      ></il-preview-dialog>`;
  }

  /** What was pressed may be far above, on a phone. The notice has its height in the next frame. */
  protected override updated() {
    const { failure } = this.operation;
    if (failure !== this.seen) {
      this.seen = failure;
      requestAnimationFrame(() => this.failureNotice?.scrollIntoView({ block: 'nearest' }));
    }
  }

  private installation() {
    return html`<il-installation-card .installation=${this.answer.installation}></il-installation-card>`;
  }

  /** Where a warning has the button, it is there alone. */
  private licensedActions(worst: Warning | undefined) {
    const online = this.answer.license?.validationMode === 'online';
    return online && worst?.act?.kind !== 'revalidate'
      ? html`<wa-button slot="actions" appearance="outlined" ?loading=${this.operation.busy} @click=${this.revalidate}
          >${words.revalidate}</wa-button
        >`
      : nothing;
  }

  private unlicensedActions() {
    return html`<wa-button slot="actions" variant="brand" @click=${() => this.go()}>${words.activate}</wa-button>`;
  }

  private warned(warnings: Warning[]) {
    return warnings.length === 0
      ? nothing
      : html`<il-worst-thing
          slot="warnings"
          .warnings=${warnings}
          .answer=${this.answer}
          .settings=${this.settings}
          .left=${this.left}
          .page=${this.page}
          ?busy=${this.operation.busy}
          @il-act=${(event: CustomEvent<Act>) => this.act(event.detail)}
          @il-aside=${(event: CustomEvent<Warning>) => this.putAside(event.detail)}
        ></il-worst-thing>`;
  }

  private act(act: Act) {
    switch (act.kind) {
      case 'revalidate':
        return this.revalidate();
      case 'activate-again':
        return this.activateAgain();
      case 'confirm-rollback':
        return this.confirmRollback();
      case 'activate':
        return this.go(act.method);
      case 'releases':
        return this.renderRoot.querySelector<ReleaseList>('il-release-list')?.show();
    }
  }

  private putAside(warning: Warning) {
    this.aside.put(warning);
    this.requestUpdate();
  }

  private readonly see = (event: CustomEvent<WarningCode>) => this.worst?.show(event.detail);

  private readonly page = (code: string) => this.api.problemPage(code);

  private failure() {
    const failure = this.operation.failure;
    if (!failure) {
      return nothing;
    }
    return html`<il-notice class="failed" tone="bad" role="alert" heading=${this.failedHeading(failure)}>
      ${failureText(failure)}
      ${
        failure.code === 'licensing-server-unreachable'
          ? html`<wa-button slot="actions" size="s" appearance="outlined" @click=${() => this.go('offline')}
              >${words.useOffline}</wa-button
            >`
          : nothing
      }
    </il-notice>`;
  }

  /** The license may be good again meanwhile, by somebody else or by itself. */
  private failedHeading(failure: Failure): string {
    if (this.failed === 'revalidation') {
      return words.revalidateFailed;
    }
    if (this.failed === 'confirmation') {
      return text.notes.confirmFailed;
    }
    return headingOf(failure, this.answer.licensed);
  }

  /** What is told by none of the warnings, also those that were put aside. */
  private notes(all: Warning[], warnings: Warning[]) {
    const notes = this.answer.problems.filter((note) => !all.some((warning) => warning.notes.includes(note)));
    const ofStanding = warnings.find(({ code }) => code === 'grace' || code === 'restricted');
    return notes.length === 0
      ? nothing
      : html`<il-notice tone="warn" heading=${text.notes.heading}>
          <ul>
            ${notes.map(
              (note) =>
                html`<li>
                  ${noteText(note, this.page)}
                  ${note.code === this.answer.reason ? linkTo(ofStanding, this.answer) : nothing}
                </li>`,
            )}
          </ul>
        </il-notice>`;
  }

  private async confirmRollback() {
    this.failed = 'confirmation';
    const answer = await this.operation.run(() => this.api.confirmRollback());
    if (answer) {
      answered(this, { answer, said: text.notes.rollbackConfirmed });
    }
  }

  private releases(warnings: Warning[]) {
    return this.answer.installation.pendingReleases.length === 0
      ? nothing
      : html`<il-release-list
          .answer=${this.answer}
          .warnings=${warnings}
          .settings=${this.settings}
          .api=${this.api}
        ></il-release-list>`;
  }

  private async revalidate() {
    this.failed = 'revalidation';
    const answer = await this.operation.run(() => this.api.revalidate());
    if (answer) {
      // What is expired may be licensed still, for days of grace.
      const confirmed = answer.revalidation?.outcome === 'good';
      answered(this, { answer, said: confirmed ? words.revalidated : words.revalidatedAgainst });
    }
  }

  private async activateAgain() {
    this.key = this.answer.license!.key;
    await this.activate({ expectedRevision: this.answer.revision });
  }

  private async activate(binding: Binding) {
    this.failed = 'activation';
    const request = { method: 'online' as const, licenseKey: this.key, ...binding };
    const answer = await this.operation.run(() => this.api.activate(request));
    if (this.operation.busy) {
      return;
    }
    this.preview = this.operation.failure?.preview ?? null;
    if (this.preview) {
      this.operation.forget();
    }
    if (answer) {
      answered(this, { answer, said: text.activate.activated(answer.license?.name ?? null) });
    }
  }

  private go(method?: 'online' | 'offline') {
    this.dispatchEvent(new CustomEvent('il-go', { detail: { tab: 'activate', method } }));
  }
}
