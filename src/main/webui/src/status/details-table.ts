import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HistoryEntry, LicenseAnswer, LicenseDetails } from '../api/types.js';
import { icon } from '../parts/icon.js';
import { links } from '../parts/see.js';
import { lastAttempt } from '../state/attempt.js';
import { isExpired } from '../state/expired.js';
import type { Warning, WarningCode } from '../state/warnings.js';
import { shared } from '../style/shared.js';
import { ago, day, exact } from '../text/format.js';
import { masked } from '../text/masked.js';
import { outcomeWords } from '../text/sentence.js';
import { text } from '../text/text.js';
import { linkTo } from './warning-text.js';

const words = text.details;

const SHOWN_FOR = 60_000;

const tones: Record<LicenseDetails['status'], string> = { active: 'good', expired: 'bad', suspended: 'bad' };

/**
 * The license held, field by field. The key is masked until somebody asks to see it.
 *
 * @fires il-deactivate when the license is to be given up
 */
@customElement('il-details-table')
export class DetailsTable extends LitElement {
  static override styles = [
    shared,
    links,
    css`
      h2 {
        margin-block-end: 0.5rem;
      }

      tr > * {
        border-bottom: 1px solid var(--il-line);
      }

      th {
        width: 9.5rem;
        color: var(--il-quiet);
        padding-inline-end: 1rem;
      }

      td {
        overflow-wrap: anywhere;
      }

      td p + p {
        color: var(--il-quiet);
        font-size: 0.875rem;
      }

      .moment::first-letter {
        text-transform: uppercase;
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0.5rem 1rem;
        margin-block-start: 1rem;
        padding-block-start: 1rem;
        border-block-start: 1px solid var(--il-line);
      }

      .secret {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem 1rem;
      }

      .key {
        flex: 1 1 10rem;
        max-height: 9rem;
        overflow-y: auto;
      }

      @container page (max-width: 30rem) {
        tr {
          display: grid;
        }

        tr > th {
          width: auto;
          border: 0;
          padding-block-end: 0;
          font-size: 0.875rem;
        }

        tr > td {
          padding-block-start: 0.125rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) answer!: LicenseAnswer;
  @property({ attribute: false }) warnings: readonly Warning[] = [];
  /** The last re-validation in the history, where it was read. */
  @property({ attribute: false }) recorded: readonly HistoryEntry[] = [];
  @property({ type: Number }) now = 0;
  /** The key that is shown in clear, so that no other one ever is. */
  @state() private revealed = '';

  private hiding: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.reveal('');
  }

  override render() {
    const license = this.answer.license!;
    return html`<section class="card" aria-labelledby="details">
      <h2 id="details">${words.heading}</h2>
      <table>
        <tbody>
          ${row(words.key, this.key(license.key))}
          ${row(words.name, html`<span translate="no">${license.name ?? text.common.none}</span>`)}
          ${row(
            words.status,
            html`<span class="pill ${tones[license.status]}">${words.statuses[license.status]}</span>`,
          )}
          ${row(words.mode, html`${words.modes[license.validationMode]}`)} ${this.expiry(license)}
          ${this.certificateEnd(license)} ${row(words.lastValidated, this.lastValidated(license))} ${this.lastAttempt()}
        </tbody>
      </table>
      <div class="foot">
        <wa-button size="s" appearance="outlined" @click=${() => window.print()}>${text.statement.print}</wa-button>
        <wa-button
          size="s"
          appearance="plain"
          variant="danger"
          @click=${() => this.dispatchEvent(new CustomEvent('il-deactivate'))}
          >${text.standing.deactivate}</wa-button
        >
      </div>
    </section>`;
  }

  private key(key: string) {
    const shown = this.revealed === key;
    return html`<div class="secret">
      <span class="key mono" translate="no" tabindex=${shown && key.length > 400 ? '0' : nothing}
        >${shown ? key : masked(key)}</span
      >
      <div class="actions">
        <wa-button size="s" appearance="outlined" @click=${() => this.reveal(shown ? '' : key)}>
          <span slot="start">${icon('eye', '1em')}</span>
          <span aria-hidden="true">${shown ? words.hide : words.show}</span>
          <span class="visually-hidden">${shown ? words.hideKey : words.showKey}</span>
        </wa-button>
        <il-copy-button .value=${key} what=${words.key}></il-copy-button>
      </div>
    </div>`;
  }

  /** Shows a key for a minute: nobody leaves it on the screen for all to see. */
  private reveal(key: string) {
    clearTimeout(this.hiding);
    this.revealed = key;
    if (key) {
      this.hiding = setTimeout(() => (this.revealed = ''), SHOWN_FOR);
    }
  }

  private expiry(license: LicenseDetails) {
    const { expiresAt } = license;
    if (!expiresAt) {
      return row(words.expires, html`${text.common.never}`);
    }
    const name = isExpired(license, this.now) ? words.expired : words.expires;
    return row(name, html`${this.moment(expiresAt)} ${this.see('license-ends')}`);
  }

  /** Shown when it is what ends first: before the license does. */
  private certificateEnd({ certificateExpiresAt: end, expiresAt, validationMode }: LicenseDetails) {
    if (!end || (expiresAt && new Date(expiresAt) <= new Date(end))) {
      return nothing;
    }
    return row(
      words.certificateEnds,
      html`${this.moment(end)}
        <p>${words.certificateHint(validationMode === 'offline', Date.parse(end) <= this.now)}</p>
        ${this.see('file-ends')} ${this.see('certificate-ends')}`,
    );
  }

  private lastValidated(license: LicenseDetails) {
    if (!license.lastValidatedAt) {
      return html`${license.validationMode === 'offline' ? words.validatedOffline : text.common.none}`;
    }
    return this.moment(license.lastValidatedAt);
  }

  private lastAttempt() {
    const attempt = lastAttempt(this.answer.revalidation, this.recorded);
    return attempt
      ? row(
          words.lastAttempt,
          html`${this.moment(attempt.at)}
            <p>${outcomeWords(attempt.outcome)}</p>`,
        )
      : nothing;
  }

  /** Leads to what to do, where there is a warning about it. */
  private see(code: WarningCode) {
    return linkTo(
      this.warnings.find((one) => one.code === code),
      this.answer,
    );
  }

  private moment(time: string) {
    return html`<p><time translate="no" datetime=${time} title=${day(time)}>${exact(time)}</time></p>
      <p class="moment">${ago(time, this.now)}</p>`;
  }
}

function row(name: string, value: TemplateResult) {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${value}</td>
  </tr>`;
}
