import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Entitlement } from '../api/types.js';
import { icon } from '../parts/icon.js';
import { notInForce } from '../parts/not-in-force.js';
import { links } from '../parts/see.js';
import { shared } from '../style/shared.js';
import { featureName, isForeign } from '../text/feature.js';
import { text } from '../text/text.js';

const words = text.entitlements;

/** More rows than these have a height of their own. */
const MANY = 30;
/** The rows that are drawn at once: more than their own height shows, and few enough for a slow processor. */
const FIRST = 20;
const STEP = 50;

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
        inset-block: 0;
        inset-inline-start: 0.75rem;
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
        padding-block: 0.4375rem;
        padding-inline: 2.375rem 0.75rem;
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

      .room {
        max-height: 28rem;
        overflow: auto;
      }

      .room:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 2px;
      }

      .room thead th {
        position: sticky;
        inset-block-start: 0;
        background: var(--il-surface);
      }

      th:last-child,
      td:last-child {
        width: 6.5rem;
      }

      /* On the line of the row, whose first part is no text. */
      .included {
        display: inline-flex;
        align-items: baseline;
        gap: 0.375rem;
        color: var(--il-quiet);
      }

      .included svg {
        translate: 0 0.125em;
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
          overflow-wrap: anywhere;
        }

        /* Room for the longest words, in German too. */
        tbody td {
          font-size: 0.875rem;
          hyphens: auto;
        }

        tbody .mono {
          width: 33%;
          font-size: 0.6875rem;
        }

        thead th {
          font-size: 0.75rem;
        }

        thead th:first-child {
          width: 33%;
        }

        th:last-child,
        td:last-child {
          width: 4rem;
          padding-inline-end: 0;
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
  /** How many rows are there at most: a step of them after the first are painted, others when somebody scrolls to the last. */
  @state() private rows = FIRST;

  /** Each entitlement with the text that is searched. */
  private known: { entitlement: Entitlement; text: string }[] = [];
  /** The language of the texts that are searched. */
  private searchedIn = '';
  /** Called for each last row once it is painted. */
  private readonly end = new IntersectionObserver((seen) => {
    if (this.rows < STEP) {
      this.rows = STEP;
    } else if (seen.some((one) => one.isIntersecting)) {
      this.rows += STEP;
    }
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.end.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const { tag } = text.common;
    if (changed.has('entitlements') || changed.has('asSigned') || this.searchedIn !== tag) {
      this.searchedIn = tag;
      this.known = (this.asSigned ?? this.entitlements).map((entitlement) => ({
        entitlement,
        text: `${entitlement.code} ${featureName(entitlement.feature)}`.toLowerCase(),
      }));
    }
  }

  protected override updated() {
    this.end.disconnect();
    const last = this.renderRoot.querySelector('tr[data-last]');
    if (last) {
      this.end.observe(last);
    }
  }

  override render() {
    const entitlements = this.asSigned ?? this.entitlements;
    const wanted = this.filter.trim().toLowerCase();
    const shown = this.known.filter((one) => one.text.includes(wanted)).map(({ entitlement }) => entitlement);
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
            @input=${this.search}
          />
        </div>
      </div>
      ${
        entitlements.length > MANY
          ? html`<div class="room" role="region" tabindex="0" aria-label=${words.caption}>${this.table(shown)}</div>`
          : this.table(shown)
      }
      ${shown.length === 0 ? html`<p class="quiet">${words.noneFound}</p>` : nothing}
      <p role="status" class="visually-hidden">${this.filter ? words.shown(shown.length) : ''}</p>
      ${
        this.licensed && included < entitlements.length
          ? html`<p class="foot quiet small">${words.missing(this.offline)}</p>`
          : nothing
      }
    </section>`;
  }

  private table(shown: Entitlement[]) {
    return html`<table aria-rowcount=${shown.length > this.rows ? shown.length + 1 : nothing}>
      <caption class="visually-hidden">
        ${words.caption}
      </caption>
      <thead>
        <tr aria-rowindex="1">
          <th scope="col">${words.entitlement}</th>
          <th scope="col">${words.feature}</th>
          <th scope="col">${words.included}</th>
        </tr>
      </thead>
      <tbody>
        ${shown
          .slice(0, this.rows)
          .map((one, i) => row(one, i + 2, this.asSigned === null, i === this.rows - 1 && shown.length > this.rows))}
      </tbody>
    </table>`;
  }

  private search(event: InputEvent) {
    const drawn = this.renderRoot.querySelectorAll('tbody tr').length;
    this.filter = (event.target as HTMLInputElement).value;
    // Rows that are there already cost little.
    this.rows = Math.min(Math.max(drawn, FIRST), STEP);
  }
}

/** The code with places where a line may break: after its underscores. */
function breakable(code: string) {
  return code.split(/(?<=_)/).map((part) => html`${part}<wbr />`);
}

function row({ code, feature, granted }: Entitlement, index: number, counts: boolean, last: boolean) {
  return html`<tr aria-rowindex=${index} ?data-last=${last}>
    <th scope="row" class="mono" translate="no">${breakable(code)}</th>
    <td translate=${isForeign(feature) ? 'no' : nothing}>${featureName(feature)}</td>
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
