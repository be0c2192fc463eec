import { LitElement, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../inspire-licensing.js';
import type { InspireLicensing, Tab } from '../inspire-licensing.js';
import { icon } from '../parts/icon.js';
import { linked } from '../parts/linked.js';
import { shared } from '../style/shared.js';
import { theme } from '../style/theme.js';
import { Speech, firstSpoken } from '../text/language.js';
import { text } from '../text/text.js';
import { Entrance } from './entrance.js';
import { shell } from './shell.js';

const words = text.shell;

/** The Licensing page standing alone: signs people in, and shows them the element. */
@customElement('licensing-page')
export class LicensingPage extends LitElement {
  static override styles = [theme, shared, shell];

  @query('inspire-licensing') private licensing!: InspireLicensing | null;

  /** The tab that the address names. */
  @state() private tab: Tab = tabOf(location.hash);

  private readonly speech = new Speech(this);
  private readonly follow = () => {
    this.tab = tabOf(location.hash);
  };
  /** A sign-in that has left the page comes back with the tab that was left. */
  private readonly entrance = new Entrance(this, this.follow);

  override connectedCallback(): void {
    document.documentElement.lang = firstSpoken(navigator.languages);
    super.connectedCallback();
    this.replaceChildren(); // What was to be read before this script had come.
    window.addEventListener('hashchange', this.follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.follow);
  }

  override render() {
    const name = this.entrance.session?.name;
    return html`<header class="bar">
        <div>
          <nav aria-label=${words.whereYouAre}>
            <ol>
              <li class="product">${words.product}</li>
              <li class="above">${words.breadcrumb}</li>
              <li aria-current="page">${text.page.title}</li>
            </ol>
          </nav>
          ${typeof name === 'string' ? this.signedIn(name) : nothing}
        </div>
      </header>
      <main>${this.content()}</main>`;
  }

  /** The document is this page's own. */
  protected override updated(): void {
    document.documentElement.dir = this.speech.direction;
    document.title = `${text.page.title} · ${words.product}`;
  }

  private signedIn(name: string) {
    return html`<div class="user">
      <span class="name quiet small">${words.signedInAs(name)}</span>
      <wa-button size="s" appearance="plain" @click=${this.signOut}>${words.signOut}</wa-button>
    </div>`;
  }

  private content() {
    const { session, settings, away, opened, drafts } = this.entrance;
    if (away !== null) {
      return this.door(
        text.trouble.awayTitle,
        `${away} ${text.trouble.awayText}`,
        html`<wa-button variant="brand" @click=${this.entrance.open}>${text.common.tryAgain}</wa-button>`,
      );
    }
    if (!opened) {
      return html`<p class="quiet" role="status">${text.page.loading}</p>`;
    }
    if (!session) {
      return this.door(words.notConfiguredTitle, words.notConfiguredText, nothing);
    }
    if (session.name === null) {
      return this.door(
        words.signInTitle,
        settings?.oidc ? words.signInText(settings.contact.administrators) : words.sandboxText,
        html`<wa-button variant="brand" @click=${this.entrance.signIn}
          >${settings?.oidc ? words.signIn : words.signInAsAdmin}</wa-button
        >`,
      );
    }
    return keyed(
      drafts,
      html`<inspire-licensing
        tab=${this.tab}
        .getToken=${this.entrance.token}
        .signIn=${this.entrance.signInAgain}
        .drafts=${drafts}
        @inspire-licensing-tab=${(event: CustomEvent<Tab>) => this.show(event.detail)}
      ></inspire-licensing>`,
    );
  }

  private door(title: string, explanation: string, action: unknown) {
    const { failure } = this.entrance;
    return html`<section class="card door">
      <span class="emblem">${icon('key', '2em')}</span>
      <h1>${title}</h1>
      <p>${linked(explanation)}</p>
      ${
        failure.reason
          ? html`<il-notice tone="bad" role="alert" heading=${failure.title}>${failure.reason}</il-notice>`
          : nothing
      }
      ${action}
    </section>`;
  }

  /** A reload, and a link to this address, show the same tab; going back leaves the page, as ever. */
  private show(tab: Tab) {
    this.tab = tab;
    const { pathname, search } = location;
    history.replaceState(null, '', pathname + search + (tab === 'activate' ? '#activate' : ''));
  }

  /** Asks as the browser does, which would not any more: the element is gone before the page is left. */
  private async signOut() {
    if (!this.licensing?.busy || confirm(words.signOutWhileBusy)) {
      await this.entrance.signOut();
    }
  }
}

function tabOf(hash: string): Tab {
  return hash === '#activate' ? 'activate' : 'status';
}
