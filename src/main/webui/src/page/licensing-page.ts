import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { DraftMemory } from '../activate/draft-memory.js';
import { NoAnswer, Refused } from '../api/errors.js';
import { LicensingApi } from '../api/licensing-api.js';
import type { PageSettings } from '../api/types.js';
import '../inspire-licensing.js';
import type { InspireLicensing, Tab } from '../inspire-licensing.js';
import { told } from '../parts/failure.js';
import { icon } from '../parts/icon.js';
import { introduce, linked } from '../parts/linked.js';
import { shared } from '../style/shared.js';
import { theme } from '../style/theme.js';
import { Speech, firstSpoken } from '../text/language.js';
import { text } from '../text/text.js';
import { openSession, type Session } from './session.js';

const words = text.shell;

const RETRY = 3_000;

/** The Licensing page standing alone: signs people in, and shows them the element. */
@customElement('licensing-page')
export class LicensingPage extends LitElement {
  static override styles = [
    theme,
    shared,
    css`
      :host {
        min-height: 100vh;
        background: var(--il-sunken);
        font:
          400 medium/1.5 system-ui,
          sans-serif;
      }

      .bar {
        border-block-end: 1px solid var(--il-line);
        background: var(--il-surface);
      }

      .bar > div,
      main {
        max-width: 76rem;
        margin-inline: auto;
        padding-inline: clamp(1rem, 4vw, 2rem);
      }

      .bar > div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.25rem 1rem;
        min-height: 3.5rem;
      }

      nav {
        min-width: 0;
      }

      nav ol {
        list-style: none;
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5rem;
        color: var(--il-quiet);
      }

      nav li + li::before {
        content: '›' / '';
        margin-inline-end: 0.5rem;
      }

      .product {
        color: var(--il-text);
        font-weight: 650;
      }

      .user {
        display: flex;
        align-items: center;
        gap: 0.75rem;
      }

      main {
        padding-block: 2rem 4rem;
      }

      @media print {
        :host {
          background: none;
        }

        .bar {
          display: none;
        }

        main {
          padding: 0;
        }
      }

      .door {
        display: grid;
        gap: 1rem;
        justify-items: start;
        max-width: 30rem;
        margin: min(12vh, 6rem) auto 0;
        padding: 2rem;
      }

      .door h1 {
        margin: 0;
        font-size: 1.375rem;
        line-height: 1.3;
        letter-spacing: -0.01em;
      }

      .emblem {
        color: var(--il-brand);
      }

      @media (max-width: 30rem) {
        .name {
          display: none;
        }

        nav {
          font-size: 0.875rem;
        }

        .bar > div {
          flex-wrap: nowrap;
          gap: 0;
        }

        main {
          padding-block-start: 1.25rem;
        }

        .door {
          padding: 1.25rem;
        }
      }
    `,
  ];

  @state() private settings: PageSettings | null = null;
  @state() private session: Session | null = null;
  @state() private opened = false;
  /** Why signing in is not possible yet; null when it is, or while that is found out. */
  @state() private away: string | null = null;
  @state() private failure = { title: '', reason: '' };

  @query('inspire-licensing') private licensing!: InspireLicensing | null;

  private readonly speech = new Speech(this);

  /** The tab that the address names. */
  @state() private tab: Tab = tabOf(location.hash);

  /** Of whoever is signed in. */
  private drafts: DraftMemory | null = null;
  private user: string | null = null;
  private opening = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly getToken = (refused?: string) => this.session?.token(refused);
  private readonly signInAgain = async () => {
    await this.session?.signInAgain();
    this.meet();
  };

  override connectedCallback(): void {
    document.documentElement.lang = firstSpoken(navigator.languages);
    super.connectedCallback();
    this.replaceChildren(); // What was to be read before this script had come.
    window.addEventListener('hashchange', this.follow);
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.retry);
    window.removeEventListener('hashchange', this.follow);
  }

  override render() {
    return html`<header class="bar">
        <div>
          <nav aria-label=${words.whereYouAre}>
            <ol>
              <li class="product">${words.product}</li>
              <li>${words.breadcrumb}</li>
              <li aria-current="page">${text.page.title}</li>
            </ol>
          </nav>
          ${this.session?.name !== null && this.session !== null ? this.signedIn(this.session.name) : nothing}
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
    const session = this.session;
    if (this.away !== null) {
      return this.door(
        text.trouble.awayTitle,
        `${this.away} ${text.trouble.awayText}`,
        html`<wa-button variant="brand" @click=${this.open}>${text.common.tryAgain}</wa-button>`,
      );
    }
    if (!this.opened) {
      return html`<p class="quiet" role="status">${text.page.loading}</p>`;
    }
    if (!session) {
      return this.door(words.notConfiguredTitle, words.notConfiguredText, nothing);
    }
    if (session.name === null) {
      return this.door(
        words.signInTitle,
        this.settings?.oidc ? words.signInText(this.settings.contact.administrators) : words.sandboxText,
        html`<wa-button variant="brand" @click=${this.signIn}
          >${this.settings?.oidc ? words.signIn : words.signInAsAdmin}</wa-button
        >`,
      );
    }
    return keyed(
      this.drafts,
      html`<inspire-licensing
        tab=${this.tab}
        .getToken=${this.getToken}
        .signIn=${this.signInAgain}
        .drafts=${this.drafts}
        @inspire-licensing-tab=${(event: CustomEvent<Tab>) => this.show(event.detail)}
      ></inspire-licensing>`,
    );
  }

  private door(title: string, explanation: string, action: unknown) {
    return html`<section class="card door">
      <span class="emblem">${icon('key', '2em')}</span>
      <h1>${title}</h1>
      <p>${linked(explanation)}</p>
      ${
        this.failure.reason
          ? html`<il-notice tone="bad" role="alert" heading=${this.failure.title}>${this.failure.reason}</il-notice>`
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

  private readonly follow = () => {
    this.tab = tabOf(location.hash);
  };

  /** Finds out how to sign in, as often as it takes, and once at a time. */
  private readonly open = async () => {
    clearTimeout(this.retry);
    if (this.opening) {
      return;
    }
    this.opening = true;
    try {
      await this.enter();
    } finally {
      this.opening = false;
    }
  };

  private async enter() {
    try {
      const settings = await new LicensingApi('', () => null).settings();
      this.session = await openSession(settings);
      this.settings = settings;
      introduce(settings.contact, null);
      this.away = null;
    } catch (error) {
      this.away = isLack(error) ? told(error).words : text.lack.unreachable();
      this.retry = setTimeout(this.open, RETRY);
      return;
    }
    await this.attempt(() => this.session?.restore());
    this.follow();
    this.opened = true;
  }

  private async signIn() {
    await this.attempt(() => this.session?.signIn());
  }

  /** Asks as the browser does, which would not any more: the element is gone before the page is left. */
  private async signOut() {
    if (this.licensing?.busy && !confirm(words.signOutWhileBusy)) {
      return;
    }
    this.drafts?.forget();
    await this.attempt(() => this.session?.signOut(), words.signOutFailed);
  }

  private async attempt(work: () => Promise<void> | undefined, title = words.signInFailed) {
    this.failure = { title, reason: '' };
    try {
      await work();
    } catch (error) {
      this.failure = { title, reason: this.reason(error) };
    }
    this.meet();
  }

  /** Somebody may have signed in, and somebody else than before: they begin anew. */
  private meet() {
    const user = this.session?.user ?? null;
    if (user !== null && user !== this.user) {
      this.user = user;
      this.drafts = new DraftMemory(user);
    }
    this.requestUpdate();
  }

  private reason(error: unknown): string {
    if (isLack(error)) {
      return told(error).words;
    }
    const authority = this.settings?.oidc?.authority;
    if (authority && error instanceof Error && ['TypeError', 'ErrorTimeout'].includes(error.name)) {
      return words.providerAway(authority);
    }
    return String(error instanceof Error ? error.message : error);
  }
}

function isLack(error: unknown): error is NoAnswer | Refused {
  return error instanceof NoAnswer || error instanceof Refused;
}

function tabOf(hash: string): Tab {
  return hash === '#activate' ? 'activate' : 'status';
}
