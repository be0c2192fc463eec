import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Changes } from './api/changes.js';
import { AdminRoleMissing, Refused, ServiceAway, SignedOut } from './api/errors.js';
import { LicensingApi, type TokenGetter } from './api/licensing-api.js';
import type { LicenseAnswer, PageSettings } from './api/types.js';
import './activate/activate-tab.js';
import './activate/file-request.js';
import './activate/license-file-field.js';
import './activate/preview-dialog.js';
import './parts/copy-button.js';
import './parts/notice.js';
import type { Answered } from './parts/operation.js';
import './parts/text-field.js';
import './status/deactivate-dialog.js';
import './status/details-table.js';
import './status/entitlement-table.js';
import './status/future-timeline.js';
import './status/history-list.js';
import './status/installation-card.js';
import './status/limit-cards.js';
import './status/release-list.js';
import './status/standing-panel.js';
import './status/status-tab.js';
import './style/components.js';
import { shared } from './style/shared.js';
import { theme } from './style/theme.js';
import { text } from './text/text.js';

export type { TokenGetter } from './api/licensing-api.js';

export type Tab = 'status' | 'activate';

type Trouble = 'signed-out' | 'role-missing' | 'away';

const TICK = 15_000;
const REFRESH = 60_000;
const RETRY = 3_000;
const TOAST = 7_000;

/**
 * The Licensing page. It lives inside of its own borders: it never touches the address or the history of the page around
 * it, and keeps nothing in the browser.
 *
 * @attr api - where the licensing service is, relative to the document; the document's own folder when absent
 * @attr tab - the tab that is shown: `status` or `activate`
 * @slot heading - takes the place of the page's heading
 * @fires inspire-licensing-tab when another tab is shown, with its name
 */
@customElement('inspire-licensing')
export class InspireLicensing extends LitElement {
  static override styles = [
    theme,
    shared,
    css`
      .root {
        all: initial;
        color-scheme: inherit;
        display: block;
        box-sizing: border-box;
        container: page / inline-size;
        font: 400 1rem/1.5 var(--inspire-licensing-font, system-ui, sans-serif);
        color: var(--il-text);
        -webkit-text-size-adjust: none;
        text-size-adjust: none;
      }

      h1 {
        margin: 0;
        font-size: 1.75rem;
        font-weight: 650;
        line-height: 1.2;
        letter-spacing: -0.02em;
      }

      .lead {
        margin-block: 0.25rem 1rem;
      }

      wa-tab {
        margin-inline-end: 1.75rem;
      }

      wa-tab::part(base) {
        padding: 0.75rem 0.125rem;
      }

      wa-tab-panel {
        --padding: 1.5rem 0 0;
      }

      .trouble {
        margin-block-end: 1.25rem;
      }

      .loading {
        min-height: 24rem;
        padding-block: 1.5rem;
        color: var(--il-quiet);
      }

      .toast {
        position: fixed;
        z-index: 10;
        inset-block-end: 1.5rem;
        inset-inline: 1rem;
        display: flex;
        justify-content: center;
        pointer-events: none;
      }

      .toast p {
        max-width: 36rem;
        padding: 0.75rem 1.25rem;
        border-radius: 0.625rem;
        background: var(--il-text);
        color: var(--il-surface);
        box-shadow: var(--wa-shadow-l);
      }
    `,
  ];

  @property() api = '';
  @property({ reflect: true }) tab: Tab = 'status';
  /** Gives the access token. Nothing is asked for before it is set. */
  @property({ attribute: false }) getToken: TokenGetter | null = null;
  /** Lets the reader sign in again; without it there is only "Try again". */
  @property({ attribute: false }) signIn: (() => unknown) | null = null;

  @state() private answer: LicenseAnswer | null = null;
  @state() private settings: PageSettings | null = null;
  @state() private trouble: Trouble | null = null;
  @state() private said = '';
  @state() private now = Date.now();
  @state() private method: 'online' | 'offline' = 'online';

  private service: LicensingApi | null = null;
  private changes: Changes | null = null;
  private timers: ReturnType<typeof setInterval>[] = [];
  private retry: ReturnType<typeof setTimeout> | undefined;
  private toast: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timers = [
      setInterval(() => (this.now = Date.now()), TICK),
      setInterval(() => document.visibilityState === 'visible' && void this.load(), REFRESH),
    ];
    document.addEventListener('visibilitychange', this.seen);
    if (this.hasUpdated) {
      this.connect();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.timers.forEach(clearInterval);
    clearTimeout(this.retry);
    clearTimeout(this.toast);
    document.removeEventListener('visibilitychange', this.seen);
    this.disconnect();
  }

  override render() {
    return html`<div
      class="root"
      @il-answer=${this.take}
      @il-trouble=${(event: CustomEvent<unknown>) => this.meet(event.detail)}
    >
      <slot name="heading">
        <h1>${text.page.title}</h1>
        <p class="lead quiet">${text.page.lead}</p>
      </slot>
      ${this.trouble ? this.troubled(this.trouble) : nothing}
      ${this.answer && this.settings && this.trouble !== 'role-missing'
        ? this.tabs(this.answer, this.settings)
        : this.trouble
          ? nothing
          : html`<p class="loading" role="status">${text.page.loading}</p>`}
      <div class="toast" role="status">${this.said ? html`<p>${this.said}</p>` : nothing}</div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('api')) {
      this.settings = null;
      this.answer = null;
    }
    if (changed.has('api') || changed.has('getToken')) {
      this.connect();
    }
  }

  private tabs(answer: LicenseAnswer, settings: PageSettings) {
    return html`<wa-tab-group
      aria-label=${text.page.tabs}
      without-scroll-controls
      active=${this.tab}
      @wa-tab-show=${(event: CustomEvent<{ name: Tab }>) => this.go(event.detail.name)}
    >
      <wa-tab panel="status">${text.page.statusTab}</wa-tab>
      <wa-tab panel="activate">${answer.license ? text.page.updateTab : text.page.activateTab}</wa-tab>
      <wa-tab-panel name="status">
        <il-status-tab
          .answer=${answer}
          .settings=${settings}
          .api=${this.service!}
          .now=${this.now}
          @il-go=${(event: CustomEvent<{ tab: Tab; method?: 'offline' }>) => this.follow(event.detail)}
        ></il-status-tab>
      </wa-tab-panel>
      <wa-tab-panel name="activate">
        <il-activate-tab
          .answer=${answer}
          .settings=${settings}
          .api=${this.service!}
          method=${this.method}
        ></il-activate-tab>
      </wa-tab-panel>
    </wa-tab-group>`;
  }

  private troubled(trouble: Trouble) {
    const words = text.trouble;
    const kept = this.answer !== null;
    const says = {
      'signed-out': kept ? [words.endedTitle, words.endedText] : [words.signedOutTitle, words.signedOutText],
      'role-missing': [words.roleTitle, words.roleText],
      away: [words.awayTitle, kept ? words.awayKept : words.awayText],
    }[trouble];
    const signsIn = trouble === 'signed-out' && this.signIn;
    return html`<il-notice
      class="trouble"
      role="alert"
      tone=${trouble === 'away' ? 'bad' : 'warn'}
      heading=${says[0]!}
    >
      <p>${says[1]}</p>
      <wa-button slot="actions" size="s" variant="brand" @click=${signsIn ? this.signInAgain : this.load}
        >${signsIn ? words.signIn : text.common.tryAgain}</wa-button
      >
    </il-notice>`;
  }

  private connect(): void {
    this.disconnect();
    if (this.isConnected && this.getToken) {
      const getToken = this.getToken;
      this.service = new LicensingApi(this.api, (refused) => getToken(refused));
      void this.load();
    }
  }

  private disconnect(): void {
    this.changes?.stop();
    this.changes = null;
  }

  private readonly seen = () => {
    if (document.visibilityState === 'visible') {
      void this.load();
    }
  };

  /** Reads the license, unless one of the reader's own operations will bring it. */
  private readonly load = async (): Promise<void> => {
    const service = this.service;
    if (!service || service.changing) {
      return;
    }
    clearTimeout(this.retry);
    try {
      this.settings ??= await service.settings();
      const answer = await service.license();
      if (service.changing) {
        return;
      }
      if (this.answer && this.answer.revision !== answer.revision) {
        this.say(text.page.changedElsewhere);
      }
      this.show(answer);
    } catch (error) {
      this.meet(error);
    }
  };

  private show(answer: LicenseAnswer): void {
    this.answer = answer;
    this.trouble = null;
    this.now = Date.now();
    this.changes ??= new Changes(this.service!, () => void this.load());
  }

  private meet(error: unknown): void {
    if (error instanceof SignedOut) {
      this.trouble = 'signed-out';
      this.disconnect();
    } else if (error instanceof AdminRoleMissing) {
      this.trouble = 'role-missing';
      this.disconnect();
    } else if (error instanceof ServiceAway || error instanceof Refused) {
      this.trouble = 'away';
      clearTimeout(this.retry);
      this.retry = setTimeout(this.load, RETRY);
    } else {
      throw error;
    }
  }

  private readonly signInAgain = async () => {
    await this.signIn?.();
    await this.load();
  };

  private take(event: CustomEvent<Answered>): void {
    event.stopPropagation();
    const { answer, said, tab } = event.detail;
    this.show(answer);
    this.say(said);
    if (tab) {
      this.lead(tab);
    }
  }

  private follow({ tab, method }: { tab: Tab; method?: 'offline' }): void {
    this.method = method ?? this.method;
    this.lead(tab);
  }

  /** Shows another tab in place of what the reader has just used, and takes the focus along. */
  private lead(tab: Tab): void {
    this.go(tab);
    this.renderRoot.querySelector<HTMLElement>(`wa-tab[panel="${tab}"]`)?.focus();
  }

  private go(tab: Tab): void {
    if (tab !== this.tab) {
      this.tab = tab;
      this.dispatchEvent(new CustomEvent<Tab>('inspire-licensing-tab', { detail: tab }));
    }
  }

  private say(sentence: string): void {
    clearTimeout(this.toast);
    this.said = sentence;
    this.toast = setTimeout(() => (this.said = ''), TOAST);
  }
}
