import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { NamedEntitlement, PreviewAnswer } from '../api/types.js';
import { noteText } from '../parts/notes.js';
import { checks, dialogs, shared } from '../style/shared.js';
import { featureName, isForeign } from '../text/feature.js';
import { day, exact, limit } from '../text/format.js';
import { text } from '../text/text.js';
import { Confirmation } from './confirmation.js';
import { changesNothing, endsSooner, limitChange, limitNames, replacesNothing, shrinks, takesAway } from './losses.js';

const words = text.preview;

/** Longer lists are folded at first. */
const OPEN = 10;

/** What will change, before anything is applied. What is taken away is marked, and has to be acknowledged. */
@customElement('il-preview-dialog')
export class PreviewDialog extends Confirmation {
  static override styles = [
    shared,
    dialogs,
    checks,
    css`
      table {
        font-variant-numeric: tabular-nums;
      }

      td,
      li {
        overflow-wrap: anywhere;
      }

      tbody th {
        color: var(--il-quiet);
      }

      .less {
        color: var(--il-bad);
        font-weight: 550;
      }

      .less small {
        display: block;
        font-size: 0.8125rem;
        font-weight: 400;
      }

      .changes {
        display: grid;
        gap: 0.875rem;
      }

      h3 {
        font-size: 0.9375rem;
        font-weight: 600;
        margin-block-end: 0.375rem;
      }

      .lost h3 {
        color: var(--il-bad);
      }

      .gained h3 {
        color: var(--il-good);
      }

      summary {
        cursor: pointer;
      }

      summary:focus-visible {
        outline: 2px solid var(--il-brand);
        outline-offset: 2px;
      }

      summary h3 {
        display: inline-block;
      }

      ul {
        list-style: none;
        display: grid;
        gap: 0.25rem;
        max-height: 16rem;
        overflow: auto;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
      }

      /* A third for each column: no word of a value is broken. */
      @container page (max-width: 30rem) {
        table {
          table-layout: fixed;
          font-size: 0.875rem;
        }

        th,
        td {
          padding-inline-end: 0.625rem;
        }
      }
    `,
  ];

  /** Shown while there is one. */
  @property({ attribute: false }) preview: PreviewAnswer | null = null;
  /** Whether it is another one than was shown before. */
  @property({ type: Boolean }) outdated = false;
  /** The address of the page about a note. */
  @property({ attribute: false }) page!: (code: string) => string;
  @state() private acknowledged = false;

  override render() {
    const preview = this.preview;
    const blocked = preview !== null && takesAway(preview) && !this.acknowledged;
    return html`<wa-dialog
      label=${words.title}
      without-header
      ?open=${preview !== null}
      @wa-hide=${this.guard}
      @wa-after-hide=${this.cancel}
    >
      <div class="dialog">
        <h2>${words.title}</h2>
        ${
          this.outdated && preview
            ? html`<il-notice tone="warn" role="alert" heading=${words.outdated}>${words.outdatedText}</il-notice>`
            : nothing
        }
        ${preview ? this.changes(preview) : nothing}
      </div>
      <wa-button slot="footer" appearance="outlined" ?disabled=${this.busy} @click=${this.cancel}
        >${text.common.cancel}</wa-button
      >
      <wa-button slot="footer" variant="brand" ?disabled=${blocked} ?loading=${this.busy} @click=${this.confirm}
        >${words.confirm}</wa-button
      >
    </wa-dialog>`;
  }

  /** What was acknowledged of one preview is not of another. */
  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('preview')) {
      this.acknowledged = false;
    }
  }

  private changes(preview: PreviewAnswer) {
    return html`${changesNothing(preview) ? html`<p>${words.same}</p>` : nothing}
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${words.what}</span></th>
            <th scope="col">${words.now}</th>
            <th scope="col">${words.after}</th>
          </tr>
        </thead>
        <tbody>
          ${row(words.name, named(preview.name.before), named(preview.name.after))}
          ${row(
            words.expires,
            replacesNothing(preview) ? text.common.none : expiry(preview.expiresAt.before),
            expiry(preview.expiresAt.after),
            endsSooner(preview) ? words.sooner : null,
          )}
          ${limitNames.map((name) => limitRow(preview, name))}
        </tbody>
      </table>
      <div class="changes">
        ${list('lost', words.lost, preview.lost)} ${list('gained', words.gained, preview.gained)}
        <p class="quiet small">${words.kept(preview.kept.length)}</p>
        ${preview.fileEndsAt ? html`<p class="small">${words.fileEnds(exact(preview.fileEndsAt))}</p>` : nothing}
        ${preview.problems.map((note) => html`<p class="small">${noteText(note, this.page)}</p>`)}
      </div>
      ${takesAway(preview) ? this.acknowledgement() : nothing}`;
  }

  private acknowledgement() {
    return html`<label class="check">
      <input
        type="checkbox"
        .checked=${this.acknowledged}
        @change=${(event: Event) => (this.acknowledged = (event.target as HTMLInputElement).checked)}
      />
      <span>${words.acknowledge}</span>
    </label>`;
  }
}

function limitRow(preview: PreviewAnswer, name: (typeof limitNames)[number]) {
  const change = limitChange(preview, name);
  return row(text.limits[name], limit(change.before), limit(change.after), shrinks(change) ? words.less : null);
}

/** The vendor's name of a license, which is nobody's to translate. */
function named(name: string | null): Cell {
  return name === null ? text.common.none : html`<span translate="no">${name}</span>`;
}

type Cell = string | TemplateResult;

function row(name: string, before: Cell, after: Cell, worse: string | null = null): TemplateResult {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${before}</td>
    <td class=${worse ? 'less' : nothing}>${after}${worse ? html` <small>${worse}</small>` : nothing}</td>
  </tr>`;
}

function list(kind: string, heading: string, entitlements: NamedEntitlement[]) {
  if (entitlements.length === 0) {
    return nothing;
  }
  return html`<details class=${kind} ?open=${entitlements.length <= OPEN}>
    <summary><h3>${words.counted(heading, entitlements.length)}</h3></summary>
    <ul>
      ${entitlements.map(
        ({ code, feature }) =>
          html`<li>
            <span class="mono" translate="no">${code}</span
            ><span class="quiet" translate=${isForeign(feature) ? 'no' : nothing}>${featureName(feature)}</span>
          </li>`,
      )}
    </ul>
  </details>`;
}

function expiry(time: string | null): Cell {
  return time === null ? text.common.never : html`<span translate="no">${day(time)}</span>`;
}
