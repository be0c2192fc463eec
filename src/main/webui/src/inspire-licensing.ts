import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { TokenGetter } from './api/channel.js';
import type { LicenseAnswer, PageSettings } from './api/types.js';
import type { ActivateTab } from './activate/activate-tab.js';
import type { Method } from './activate/draft.js';
import type { DraftMemory } from './activate/draft-memory.js';
import './elements.js';
import { FocusKeeper } from './parts/focus-keeper.js';
import { introduce } from './parts/linked.js';
import { mailAbout } from './parts/mail.js';
import { misuse } from './parts/misuse.js';
import type { Answered } from './parts/operation.js';
import type { Toasts } from './parts/toasts.js';
import { Announcement } from './state/announcement.js';
import type { Doubt } from './state/fate.js';
import { LicenseState, type Trouble } from './state/license-state.js';
import type { LicensingChange } from './state/warnings.js';
import { Watch } from './state/watch.js';
import { shared } from './style/shared.js';
import { surroundings } from './style/surroundings.js';
import { theme } from './style/theme.js';
import { clock } from './text/format.js';
import { Speech } from './text/language.js';
import { text } from './text/text.js';

export type { TokenGetter } from './api/channel.js';

export type Tab = 'status' | 'activate';

/** Where a button leads to. */
interface Destination {
  tab: Tab;
  method?: Method;
}

/** Frameworks set the element's properties one after the other. */
const PATIENCE = 3_000;

/**
 * The Licensing page. It lives inside of its own borders: it never touches the address or the history of the page around
 * it. In the browser it keeps the name of an operation that is not answered yet, for the tab, and which warnings were put
 * aside; only the standalone page keeps what is typed, for the tab.
 *
 * @attr api - where the licensing service is, relative to the document; the document's own folder when absent
 * @attr lang - the language: English or German; that of what is around the element when absent
 * @attr tab - the tab that is shown: `status` or `activate`
 * @slot heading - takes the place of the page's heading
 * @fires inspire-licensing-tab when another tab is shown, with its name
 * @fires inspire-licensing-change when the license is read for the first time, and when what a banner would say has changed
 */
@customElement('inspire-licensing')
export class InspireLicensing extends LitElement {
  static override styles = [theme, shared, surroundings];

  @property() api = '';
  @property({ reflect: true }) tab: Tab = 'status';
  /** Gives the access token. Nothing is asked for before it is set. */
  @property({ attribute: false }) getToken: TokenGetter | null = null;
  /** Lets the reader sign in again; without it there is only "Try again". */
  @property({ attribute: false }) signIn: (() => unknown) | null = null;

  /** Keeps what is typed over a reload; the standalone page has one. */
  @property({ attribute: false }) drafts: DraftMemory | null = null;

  /** Whether the host has had the time to say how to get a token, and has not. */
  @state() private tokenless = false;
  @query('il-toasts') private toasts!: Toasts | null;

  private readonly speech = new Speech(this);
  private readonly license = new LicenseState(this, {
    changedElsewhere: () => this.say(text.page.changedElsewhere),
    settled: (doubt) => void this.settled(doubt),
  });

  private readonly announcement = new Announcement();
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new FocusKeeper(this);
    new Watch(this, {
      tick: () => this.requestUpdate(),
      stale: this.license.load,
      shown: this.license.resume,
      hidden: this.license.pause,
      busy: () => this.busy,
    });
  }

  /** Whether an operation is under way whose answer is lost when the page is left. */
  get busy(): boolean {
    return Boolean(this.license.service?.running || this.form?.swapping);
  }

  /** The tab that is shown: the first one, where the host names none that there is. */
  private get shown(): Tab {
    return isTab(this.tab) ? this.tab : 'status';
  }

  /** The tab that the host names, where there is none of that name. */
  private get wrongTab(): string | null {
    return this.tab && !isTab(this.tab) ? this.tab : null;
  }

  private get lacksToken(): boolean {
    return this.tokenless && !this.getToken;
  }

  private get form(): ActivateTab | null {
    return this.renderRoot?.querySelector<ActivateTab>('il-activate-tab') ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.waiting = setTimeout(() => this.missToken(), PATIENCE);
    if (this.hasUpdated) {
      this.connect();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
    this.license.stop();
  }

  override render() {
    const { answer, settings, trouble, doubt } = this.license;
    return html`<div
      class="root"
      lang=${this.speech.language}
      dir=${this.speech.direction}
      @il-answer=${this.take}
      @il-trouble=${this.meet}
    >
      <slot name="heading">
        <h1>${text.page.title}</h1>
        <p class="lead quiet">${text.page.lead}</p>
      </slot>
      <div class="notices">
        ${trouble ? this.troubled(trouble) : nothing} ${doubt ? this.doubted(doubt) : nothing}
        ${misuse(this.lacksToken, this.wrongTab)}
      </div>
      ${answer && settings && trouble?.kind !== 'role-missing' ? this.tabs(answer, settings) : this.loading()}
      ${settings ? this.foot(settings) : nothing}
      ${settings ? this.support(trouble?.kind === 'role-missing' ? null : answer, settings) : nothing}
      ${answer ? html`<il-license-statement .answer=${answer} .clock=${this.license.clock}></il-license-statement>` : nothing}
      <il-toasts>${this.underWay()}</il-toasts>
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { answer, settings } = this.license;
    if (changed.has('tab') && this.wrongTab !== null) {
      console.warn(text.host.wrongTab(this.wrongTab), this);
    }
    if (settings) {
      // Texts name contacts wherever they stand.
      introduce(settings.contact, answer && mailAbout(answer));
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.tell();
    if (changed.has('api')) {
      this.license.forget();
      this.announcement.forget();
    }
    if (changed.has('api') || (changed.has('getToken') && this.mayHelp(changed.get('getToken')))) {
      this.connect();
    }
  }

  /** Tells the host what a banner of its own would say, where that has changed. */
  private tell(): void {
    const { answer, left, clock } = this.license;
    const detail = answer && this.announcement.next(answer, left, clock.now());
    if (detail) {
      this.dispatchEvent(new CustomEvent<LicensingChange>('inspire-licensing-change', { detail }));
    }
  }

  private loading() {
    return this.license.trouble || this.lacksToken
      ? nothing
      : html`<p class="loading" role="status">${text.page.loading}</p>`;
  }

  private missToken(): void {
    if (!this.getToken) {
      this.tokenless = true;
      console.error(text.host.noTokenText, this);
    }
  }

  private tabs(answer: LicenseAnswer, settings: PageSettings) {
    return html`<wa-tab-group
      aria-label=${text.page.tabs}
      without-scroll-controls
      active=${this.shown}
      @wa-tab-show=${(event: CustomEvent<{ name: Tab }>) => this.go(event.detail.name)}
    >
      <wa-tab panel="status">${text.page.statusTab}</wa-tab>
      <wa-tab panel="activate">${answer.license ? text.page.updateTab : text.page.activateTab}</wa-tab>
      <wa-tab-panel name="status">
        <il-status-tab
          .answer=${answer}
          .settings=${settings}
          .api=${this.license.service}
          .left=${this.license.left}
          .now=${this.license.clock.now()}
          @il-go=${(event: CustomEvent<Destination>) => this.follow(event.detail)}
        ></il-status-tab>
      </wa-tab-panel>
      <wa-tab-panel name="activate">
        <il-activate-tab
          .answer=${answer}
          .settings=${settings}
          .api=${this.license.service}
          .memory=${this.drafts}
        ></il-activate-tab>
      </wa-tab-panel>
    </wa-tab-group>`;
  }

  private foot(settings: PageSettings) {
    return html`<il-page-foot class="foot" .settings=${settings} .api=${this.license.service}></il-page-foot>`;
  }

  private support(answer: LicenseAnswer | null, settings: PageSettings) {
    return html`<il-support-details
      class="support"
      .answer=${answer}
      .trouble=${this.license.trouble}
      .settings=${settings}
      .api=${this.license.service}
    ></il-support-details>`;
  }

  private troubled(trouble: Trouble) {
    const signsIn = trouble.kind !== 'away' && this.signIn !== null;
    return html`<il-trouble
      class="trouble"
      .trouble=${trouble}
      ?kept=${this.license.answer !== null}
      ?signs-in=${signsIn}
      @il-retry=${signsIn ? this.signInAgain : this.license.load}
    ></il-trouble>`;
  }

  private doubted(doubt: Doubt) {
    const { answer, trouble } = this.license;
    return html`<il-aftermath
      class="trouble"
      .doubt=${doubt}
      standing=${(!trouble && answer?.standing) || nothing}
      .revalidation=${(!trouble && answer?.revalidation) || null}
      @il-close=${this.license.close}
    ></il-aftermath>`;
  }

  /** What is being done: by this page, or by somebody else. */
  private underWay() {
    const words = text.operation;
    const own = this.license.service?.running;
    if (own) {
      return html`<il-under-way what=${own.action} since=${words.since(clock(own.since))}></il-under-way>`;
    }
    const other = this.license.answer?.underWay;
    const isInTheForm = this.shown === 'activate' && other?.action !== 'release';
    return other && !isInTheForm
      ? html`<il-under-way what=${other.action} since=${words.sinceBy(clock(other.since), other.by)}></il-under-way>`
      : nothing;
  }

  /** Frameworks give another function whenever they render: it is used from then on, and nothing is read for its sake alone. */
  private mayHelp(before: TokenGetter | null | undefined): boolean {
    return !before || !this.getToken || this.license.trouble !== null;
  }

  private connect(): void {
    if (this.isConnected && this.getToken) {
      this.license.connect(this.api, (refused) => this.getToken?.(refused));
    } else {
      this.license.stop();
    }
  }

  private async settled({ fate, operation }: Doubt): Promise<void> {
    if (fate !== 'succeeded' || operation.action !== 'activate') {
      return;
    }
    // After a reload, the form comes with what is shown now, and what was typed into it with the form.
    await this.updateComplete;
    await this.form?.updateComplete;
    if (this.form?.finish() ?? true) {
      this.go('status');
    }
  }

  private readonly signInAgain = async () => {
    try {
      await this.signIn?.();
    } catch {
      this.say(text.shell.signInFailed); // The notice stays, with its button.
      return;
    }
    await this.license.load();
  };

  private async meet(event: CustomEvent<unknown>): Promise<void> {
    this.license.meet(event.detail);
    await this.updateComplete;
    this.renderRoot.querySelector('.trouble')?.scrollIntoView({ block: 'nearest' });
  }

  private take(event: CustomEvent<Answered>): void {
    event.stopPropagation();
    const { answer, said, tab } = event.detail;
    this.license.show(answer);
    this.say(said);
    if (tab) {
      this.lead(tab);
    }
  }

  private follow({ tab, method }: Destination): void {
    if (method) {
      this.form?.begin(method);
    }
    this.lead(tab);
  }

  /** Shows another tab in place of what the reader has just used, and takes the focus along. */
  private lead(tab: Tab): void {
    this.go(tab);
    this.renderRoot.querySelector<HTMLElement>(`wa-tab[panel="${tab}"]`)?.focus();
  }

  private go(tab: Tab): void {
    if (tab !== this.shown) {
      this.tab = tab;
      this.dispatchEvent(new CustomEvent<Tab>('inspire-licensing-tab', { detail: tab }));
    }
  }

  private say(sentence: string): void {
    this.toasts?.say(sentence);
  }
}

/** Hosts in JavaScript may say anything. */
function isTab(name: string): name is Tab {
  return name === 'status' || name === 'activate';
}
