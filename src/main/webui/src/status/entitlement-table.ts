import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Entitlement } from '../api/types.js';
import { icon } from '../parts/icon.js';
import { notInForce } from '../parts/not-in-force.js';
import { links } from '../parts/see.js';
import { shared } from '../style/shared.js';
import { text } from '../text/text.js';

const words = text.entitlements;

/** Every entitlement that is known, whether the license includes it, and a filter by code or feature. */
@customElement('il-entitlement-table')
export class EntitlementTable extends LitElement {
  static override styles = [
    shared,
    links,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: end;
        gap: 0.75rem 1.5rem;
        margin-block-end: 1rem;
      }

      .title {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.25rem 0.75rem;
      }

      .filter {
        position: relative;
        flex: 0 1 16rem;
        min-width: 12rem;
        color: var(--il-quiet);
      }

      .filter svg {
        position: absolute;
        inset: 0 auto 0 0.75rem;
        margin-block: auto;
        pointer-events: none;
      }

      input {
        width: 100%;
        font: inherit;
        font-size: 0.9375rem;
        color: var(--il-text);
        background: var(--il-surface);
        border: 1px solid var(--il-line-strong);
        border-radius: 0.5rem;
        padding: 0.4375rem 0.75rem 0.4375rem 2.375rem;
      }

      input::placeholder {
        color: var(--il-quiet);
        opacity: 1;
      }

      input:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 1px;
      }

      table {
        table-layout: fixed;
      }

      th:last-child,
      td:last-child {
        width: 6.5rem;
      }

      .included {
        display: inline-flex;
        align-items: center;
        gap: 0.375rem;
        color: var(--il-quiet);
      }

      .granted {
        color: var(--il-good);
      }

      .foot {
        margin-block-start: 1rem;
      }

      @container page (max-width: 30rem) {
        th,
        td {
          padding-inline-end: 0.625rem;
        }

        tbody td {
          font-size: 0.9375rem;
        }

        tbody .mono {
          width: 36%;
          font-size: 0.75rem;
        }

        thead th:first-child {
          width: 36%;
        }

        th:last-child,
        td:last-child {
          width: 3.75rem;
        }

        thead th:last-child,
        .included {
          font-size: 0.8125rem;
        }

        .filter {
          flex-basis: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) entitlements: Entitlement[] = [];
  /** What the license grants, although it does not count now. */
  @property({ attribute: false }) asSigned: Entitlement[] | null = null;
  /** Why it does not count, as its warning is called. */
  @property() restriction: string | null = null;
  @property({ type: Boolean }) offline = false;
  /** Whether to say what to do about missing ones. */
  @property({ type: Boolean }) licensed = false;
  @state() private filter = '';

  override render() {
    const entitlements = this.asSigned ?? this.entitlements;
    const shown = entitlements.filter((one) => this.isFound(one));
    const included = entitlements.filter((one) => one.granted).length;
    return html`<section class="card" aria-labelledby="entitlements">
      <div class="head">
        <div>
          <div class="title">
            <h2 id="entitlements">${words.heading}</h2>
            <span class="pill">${words.count(included, entitlements.length)}</span>
            ${this.asSigned ? html`<span class="pill">${text.inForce.not}</span>` : nothing}
          </div>
          <p class="quiet small">${words.lead}</p>
          ${this.asSigned ? notInForce(this.restriction) : nothing}
        </div>
        <div class="filter">
          ${icon('search', '1.125em')}
          <input
            type="search"
            autocomplete="off"
            spellcheck="false"
            aria-label=${words.filter}
            placeholder=${words.filter}
            .value=${this.filter}
            @input=${(event: InputEvent) => (this.filter = (event.target as HTMLInputElement).value)}
          />
        </div>
      </div>
      <table>
        <caption class="visually-hidden">
          ${words.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.entitlement}</th>
            <th scope="col">${words.feature}</th>
            <th scope="col">${words.included}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((one) => row(one, this.asSigned === null))}
        </tbody>
      </table>
      ${shown.length === 0 ? html`<p class="quiet">${words.noneFound}</p>` : nothing}
      <p role="status" class="visually-hidden">${this.filter ? words.shown(shown.length) : ''}</p>
      ${
        this.licensed && included < entitlements.length
          ? html`<p class="foot quiet small">${words.missing(this.offline)}</p>`
          : nothing
      }
    </section>`;
  }

  private isFound({ code, feature }: Entitlement): boolean {
    return `${code} ${feature}`.toLowerCase().includes(this.filter.trim().toLowerCase());
  }
}

/** The code with places where a line may break: after its underscores. */
function breakable(code: string) {
  return code.split(/(?<=_)/).map((part) => html`${part}<wbr />`);
}

function row({ code, feature, granted }: Entitlement, counts: boolean) {
  return html`<tr>
    <th scope="row" class="mono">${breakable(code)}</th>
    <td>${feature}</td>
    <td>
      <span class="included ${granted && counts ? 'granted' : ''}"
        >${icon(granted ? 'check' : 'cross', '1.125em')}
        ${
          granted && !counts
            ? html`<span aria-hidden="true">${words.yes}</span
                ><span class="visually-hidden">${text.inForce.entry(words.yes)}</span>`
            : granted
              ? words.yes
              : words.no
        }</span
      >
    </td>
  </tr>`;
}
