import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LicenseAnswer, LicenseDetails } from '../api/types.js';
import { isExpired } from '../state/expired.js';
import type { ServiceClock } from '../state/service-clock.js';
import { shared } from '../style/shared.js';
import { featureName, isForeign } from '../text/feature.js';
import { exact, limit } from '../text/format.js';
import { masked } from '../text/masked.js';
import { text } from '../text/text.js';

const words = text.statement;

/** The license on paper: what is printed in place of the page. It is made when somebody prints, with the time of then. */
@customElement('il-license-statement')
export class LicenseStatement extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: none;
      }

      @media print {
        :host {
          display: block;
          font-size: 0.875rem;
          color-scheme: light;
          color: #000;
          background: #fff;
        }
      }

      h1 {
        margin: 0 0 1rem;
        font-size: 1.5rem;
      }

      h2 {
        margin-block: 1.25rem 0.25rem;
      }

      th,
      td {
        padding-block: 0.125rem;
        border-color: #999;
      }

      tbody tr:last-child > * {
        padding-bottom: 0.125rem;
      }

      th {
        width: 14rem;
      }

      tr {
        break-inside: avoid;
      }

      h2,
      thead {
        break-after: avoid;
      }

      .against {
        font-weight: 600;
      }

      .foot {
        margin-block-start: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) answer!: LicenseAnswer;
  /** Tells the time that counts when somebody prints. */
  @property({ attribute: false }) clock!: ServiceClock;

  private printing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.write);
    window.addEventListener('afterprint', this.forget);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.write);
    window.removeEventListener('afterprint', this.forget);
  }

  override render() {
    return this.printing ? this.statement() : nothing;
  }

  /** At once: the browser does not wait. */
  private readonly write = () => {
    this.printing = true;
    this.requestUpdate();
    this.performUpdate();
  };

  private readonly forget = () => {
    this.printing = false;
    this.requestUpdate();
  };

  private statement() {
    const { license, installation, asSigned, licensed, reader } = this.answer;
    const now = this.clock.now();
    const written = exact(new Date(now).toISOString());
    const { limits, entitlements } = asSigned ?? this.answer;
    const granted = entitlements.filter((one) => one.granted);
    return html`<h1>${words.heading}</h1>
      ${license && !licensed ? html`<p class="against">${words.notInForce}</p>` : nothing}
      <table>
        <tbody>
          ${row(words.installation, installation.id, true)}
          ${row(text.installation.fingerprint, installation.fingerprint, true)} ${row(words.standing, this.standing())}
          ${license ? rows(license, now) : nothing}
        </tbody>
      </table>
      ${
        license
          ? html`<h2>${text.limits.heading}</h2>
              <table>
                <tbody>
                  ${(['maxDisplays', 'maxAgiles', 'aiCreditsPerMonth'] as const).map((name) =>
                    row(text.limits[name], limit(limits[name])),
                  )}
                </tbody>
              </table>
              <h2>${words.granted(granted.length)}</h2>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${text.entitlements.entitlement}</th>
                    <th scope="col">${text.entitlements.feature}</th>
                  </tr>
                </thead>
                <tbody>
                  ${granted.map(
                    ({ code, feature }) =>
                      html`<tr>
                        <th scope="row" translate="no">${code}</th>
                        <td translate=${isForeign(feature) ? 'no' : nothing}>${featureName(feature)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
          : html`<p>${words.none}</p>`
      }
      <p class="foot">
        ${reader ? words.printedBy(reader, written) : words.printed(written)}
        ${installation.version ? html`<br />${words.service(installation.version)}` : nothing}
      </p>`;
  }

  private standing(): string {
    const { standing, reason } = this.answer;
    const why = reason ? text.reason[reason]?.title : undefined;
    return why ? `${text.standing[standing].title}: ${why}` : text.standing[standing].title;
  }
}

function rows(license: LicenseDetails, now: number) {
  const { details, common } = text;
  return html`${row(words.plan, license.name ?? common.none, true)} ${row(details.key, masked(license.key))}
  ${row(details.status, details.statuses[license.status])} ${row(details.mode, details.modes[license.validationMode])}
  ${license.createdAt ? row(words.created, exact(license.createdAt), true) : nothing}
  ${row(
    isExpired(license, now) ? details.expired : details.expires,
    license.expiresAt ? exact(license.expiresAt) : common.never,
    license.expiresAt !== null,
  )}
  ${license.certificateExpiresAt ? row(words.certificateUntil, exact(license.certificateExpiresAt), true) : nothing}
  ${license.lastValidatedAt ? row(details.lastValidated, exact(license.lastValidatedAt), true) : nothing}`;
}

/** A fact; what is a name, a code or a time is nobody's to translate. */
function row(name: string, value: string, kept = false): TemplateResult {
  return html`<tr>
    <th scope="row">${name}</th>
    <td translate=${kept ? 'no' : nothing}>${value}</td>
  </tr>`;
}
