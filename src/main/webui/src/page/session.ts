import type { ErrorResponse, StateStore, User, UserManager } from 'oidc-client-ts';
import { failure, request, unlessAborted, within } from '../api/exchange.js';
import type { PageSettings } from '../api/types.js';

/** Whoever uses the standalone page. Tokens are kept for this browser tab alone. */
export interface Session {
  /** The name of who is signed in; null when nobody is. */
  readonly name: string | null;
  /** Who that is, by a name that is nobody else's; null when nobody is. */
  readonly user: string | null;
  /** Finishes a sign-in that has left the page, or takes up an earlier one. */
  restore(): Promise<void>;
  /** A token other than the one that was refused; null when that takes another sign-in. Fails while it can't be fetched. */
  token(refused?: string): Promise<string | null>;
  /** Signs in; may leave the page. */
  signIn(): Promise<void>;
  /** Signs in once more without leaving the page, so that nothing typed is lost. */
  signInAgain(): Promise<void>;
  signOut(): Promise<void>;
}

/** The way to sign in that is configured; null when there is none. */
export async function openSession(settings: PageSettings): Promise<Session | null> {
  if (settings.oidc) {
    return OidcSession.open(settings.oidc);
  }
  return settings.sandbox ? new SandboxSession() : null;
}

const PATIENCE = 15_000;

/** Where the page is, without what came with it. */
const here = new URL('./', document.baseURI).href;

/** An identity provider, by the authorization code flow with PKCE. */
class OidcSession implements Session {
  private signedIn: User | null = null;

  private constructor(
    private readonly manager: UserManager,
    private readonly store: StateStore,
  ) {}

  static async open(oidc: NonNullable<PageSettings['oidc']>): Promise<Session> {
    const { UserManager, WebStorageStateStore } = await within(PATIENCE, (signal) =>
      unlessAborted(import('oidc-client-ts'), signal),
    );
    const store = new WebStorageStateStore({ store: sessionStorage });
    const manager = new UserManager({
      authority: oidc.authority,
      client_id: oidc.clientId,
      scope: oidc.scope,
      redirect_uri: here,
      popup_redirect_uri: here,
      post_logout_redirect_uri: here,
      userStore: store,
      stateStore: store,
      automaticSilentRenew: false,
      requestTimeoutInSeconds: PATIENCE / 1_000,
    });
    return new OidcSession(manager, store);
  }

  async restore() {
    const state = new URLSearchParams(location.search).get('state');
    if (state === null) {
      this.signedIn = await this.manager.getUser();
    } else if ((await this.store.get(state)) === null && window.opener) {
      // This is the window in which somebody signs in again; the page that opened it knows the rest.
      await this.manager.signinPopupCallback();
    } else {
      await this.welcome();
    }
  }

  get name() {
    const profile = this.signedIn?.profile;
    return this.signedIn ? (profile?.name ?? profile?.preferred_username ?? profile?.sub ?? '') : null;
  }

  get user() {
    return this.signedIn && this.signedIn.profile.sub;
  }

  async token(refused?: string) {
    if (this.signedIn && !this.signedIn.expired && this.signedIn.access_token !== refused) {
      return this.signedIn.access_token;
    }
    return this.signedIn?.refresh_token ? this.renewed() : null;
  }

  async signIn() {
    await this.manager.signinRedirect({ state: location.hash });
  }

  async signInAgain() {
    this.signedIn = await this.manager.signinPopup();
  }

  /** Forgets the user first: else the token would be sent along in the address. */
  async signOut() {
    await this.manager.removeUser();
    this.signedIn = null;
    if ((await this.manager.metadataService.getMetadata()).end_session_endpoint) {
      await this.manager.signoutRedirect();
    }
  }

  /** Takes in who comes back from the identity provider, and makes the address what it was before they left. */
  private async welcome() {
    try {
      this.signedIn = (await this.manager.signinCallback()) ?? null;
    } finally {
      history.replaceState(null, '', here + (typeof this.signedIn?.state === 'string' ? this.signedIn.state : ''));
    }
  }

  private async renewed(): Promise<string | null> {
    try {
      this.signedIn = await this.manager.signinSilent();
      return this.signedIn?.access_token ?? null;
    } catch (failure) {
      if (isRefusal(failure)) {
        return null;
      }
      throw failure;
    }
  }
}

/** Whether the identity provider has answered that somebody has to sign in. */
function isRefusal(failure: unknown): boolean {
  return (
    failure instanceof Error &&
    failure.name === 'ErrorResponse' &&
    !['server_error', 'temporarily_unavailable'].includes((failure as ErrorResponse).error ?? '')
  );
}

const KEPT = 'inspire-licensing-sandbox-token';

/** The sandbox, which lets everybody be an admin. */
class SandboxSession implements Session {
  private kept: string | null = null;

  get name() {
    return this.kept === null ? null : 'admin';
  }

  get user() {
    return this.name;
  }

  async restore() {
    this.kept = sessionStorage.getItem(KEPT);
  }

  async token(refused?: string) {
    return this.kept === refused ? null : this.kept;
  }

  async signIn() {
    this.kept = await within(PATIENCE, async (signal) => {
      const answer = await request(new URL('sandbox/token?role=Admin', here).href, { signal });
      if (!answer.ok) {
        throw await failure(answer, signal);
      }
      return answer.text();
    });
    sessionStorage.setItem(KEPT, this.kept);
  }

  signInAgain() {
    return this.signIn();
  }

  async signOut() {
    sessionStorage.removeItem(KEPT);
    this.kept = null;
  }
}
