import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Seats } from '../api/types.js';
import { shared } from '../style/shared.js';
import { exact } from '../text/format.js';
import { text } from '../text/text.js';

const words = text.seats;

type Seat = Seats['newest'][number];

/** Who has the seats of a license that has none left, so that the reader can find the one to free. */
@customElement('il-seat-list')
export class SeatList extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        gap: 0.75rem;
      }

      h3 {
        font-size: 1rem;
      }

      ul {
        display: grid;
        gap: 0.75rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding-block-start: 0.75rem;
        border-block-start: 1px solid var(--il-line);
      }

      .who {
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .name {
        font-weight: 550;
      }
    `,
  ];

  @property({ attribute: false }) seats!: Seats;

  override render() {
    const { count, newest } = this.seats;
    return newest.length === 0
      ? nothing
      : html`<section aria-labelledby="seats">
          <h3 id="seats">${words.heading}</h3>
          <p class="small">${words.lead(newest.length, count)}</p>
          <ul>
            ${newest.map((seat) => this.seat(seat))}
          </ul>
        </section>`;
  }

  private seat(seat: Seat) {
    const { fingerprint, name } = seat;
    return html`<li>
      <div class="who">
        <p class="name">${name ?? words.unnamed}</p>
        <p class="mono small" translate="no">${fingerprint}</p>
        <p class="quiet small">${checkedOut(seat)}</p>
      </div>
      <il-copy-button
        .value=${words.request(fingerprint, name, checkedOut(seat))}
        label=${words.copyRequest}
      ></il-copy-button>
    </li>`;
  }
}

function checkedOut({ lastCheckOut }: Seat): string {
  return lastCheckOut ? words.lastCheckOut(exact(lastCheckOut)) : words.neverCheckedOut;
}
