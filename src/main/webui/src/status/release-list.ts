import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LicensingApi } from '../api/licensing-api.js';
import type { LicenseAnswer, PendingRelease, PageSettings } from '../api/types.js';
import { failureText } from '../parts/failure.js';
import { linked } from '../parts/linked.js';
import { Operation, answered } from '../parts/operation.js';
import { links } from '../parts/see.js';
import type { Warning } from '../state/warnings.js';
import { dialogs, shared } from '../style/shared.js';
import { exact, localized } from '../text/format.js';
import { text } from '../text/text.js';
import { linkTo } from './warning-text.js';

const words = text.releases;

/** The seats that are not given back yet, with what the vendor's support needs to do it by hand. */
@customElement('il-release-list')
export class ReleaseList extends LitElement {
  static override styles = [
    shared,
    dialogs,
    links,
    css`
      .card {
        display: grid;
        gap: 1rem;
      }

      article {
        display: grid;
        gap: 0.75rem;
        padding-block-start: 1rem;
        border-block-start: 1px solid var(--il-line);
      }

      .facts {
        display: grid;
        grid-template-columns: fit-content(45%) minmax(0, 1fr);
        gap: 0.25rem 1.25rem;
        font-size: 0.9375rem;
      }

      dt {
        color: var(--il-quiet);
      }

      dd {
        overflow-wrap: anywhere;
      }

      .state .pill {
        white-space: normal;
      }

      .state {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ attribute: false }) warnings: readonly Warning[] = [];
  @property({ attribute: false }) settings!: PageSettings;
  @property({ attribute: false }) api!: LicensingApi;
  @state() private dismissing: PendingRelease | null = null;
  /** The machine whose release was tried last. */
  @state() private retrying = '';

  private readonly operation = new Operation(this);

  /** Brings the list into view, and the focus to it. */
  show(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('h2');
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus();
  }

  override render() {
    return html`<section class="card" aria-labelledby="releases">
        <div>
          <h2 id="releases" tabindex="-1">${words.heading}</h2>
          <p class="quiet small">${words.lead}</p>
        </div>
        ${this.answer.installation.pendingReleases.map((release) => this.release(release))}
      </section>
      ${this.dialog()}`;
  }

  private release(release: PendingRelease) {
    const blocked = release.state === 'blocked';
    const state = stateOf(release);
    const facts = factsOf(release);
    return html`<article>
      <p class="state">
        <span class="pill ${blocked ? 'bad' : 'warn'}">${words[state]}</span>
        <span>${linked(words.texts[state](this.settings.contact.support))}</span>
        ${linkTo(
          this.warnings.find(({ code }) => code === `release-${release.state}`),
          this.answer,
        )}
      </p>
      <dl class="facts">
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd translate="no" lang=${name === words.lastError && release.lastError ? 'en' : nothing}>${value}</dd>`,
        )}
      </dl>
      <div class="actions">
        <il-copy-button
          .value=${facts.map((fact) => fact.join(': ')).join('\n')}
          label=${words.copyDetails}
        ></il-copy-button>
        ${blocked ? this.choices(release) : nothing}
      </div>
      ${this.retryFailure(release)}
    </article>`;
  }

  private choices(release: PendingRelease) {
    const { busy } = this.operation;
    return html`<wa-button
        size="s"
        appearance="outlined"
        ?loading=${busy && this.retrying === release.machineId}
        ?disabled=${busy}
        @click=${() => this.retry(release)}
        >${words.retry}</wa-button
      >
      <wa-button size="s" appearance="outlined" ?disabled=${busy} @click=${() => (this.dismissing = release)}
        >${words.dismiss}</wa-button
      >`;
  }

  private retryFailure({ machineId }: PendingRelease) {
    const { failure } = this.operation;
    return failure && !this.dismissing && this.retrying === machineId
      ? html`<il-notice tone="bad" role="alert" heading=${words.retryFailed}>${failureText(failure)}</il-notice>`
      : nothing;
  }

  private dialog() {
    const { failure, busy } = this.operation;
    return html`<wa-dialog
      label=${words.dismissTitle}
      without-header
      ?open=${this.dismissing !== null}
      @wa-hide=${this.operation.guard}
      @wa-after-hide=${this.close}
    >
      <div class="dialog">
        <h2>${words.dismissTitle}</h2>
        <p>${words.dismissText(this.settings.contact.support)}</p>
        ${failure ? html`<il-notice tone="bad" role="alert">${failureText(failure)}</il-notice>` : nothing}
      </div>
      <wa-button slot="footer" appearance="outlined" ?disabled=${busy} @click=${this.close}
        >${text.common.cancel}</wa-button
      >
      <wa-button slot="footer" variant="danger" ?loading=${busy} @click=${this.dismiss}
        >${words.confirmDismiss}</wa-button
      >
    </wa-dialog>`;
  }

  private async retry({ machineId }: PendingRelease) {
    this.retrying = machineId;
    const answer = await this.operation.run(() => this.api.retryRelease(machineId));
    if (answer) {
      const stays = answer.installation.pendingReleases.some((release) => release.machineId === machineId);
      answered(this, { answer, said: stays ? words.stillRefused : words.released });
    }
  }

  private close() {
    this.dismissing = null;
    this.operation.forget();
  }

  private async dismiss() {
    const { machineId } = this.dismissing!;
    const answer = await this.operation.run(() => this.api.dismissRelease(machineId));
    if (!this.operation.busy && !this.operation.failure) {
      this.close();
    }
    if (answer) {
      answered(this, { answer, said: words.dismissed });
    }
  }
}

/** What is not known here, is left alone here. */
function stateOf({ state }: PendingRelease): keyof typeof words.texts {
  return state === 'queued' || state === 'blocked' ? state : 'unknown';
}

function factsOf(release: PendingRelease): [string, string][] {
  return [
    [words.machine, release.machineId],
    [words.key, release.licenseKey],
    [words.since, exact(release.since)],
    [words.attempts, String(release.attempts)],
    [words.lastError, release.lastError ? localized(release.lastError) : text.common.none],
  ];
}
