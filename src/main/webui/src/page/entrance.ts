import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DraftMemory } from '../activate/draft-memory.js';
import { NoAnswer, Refused } from '../api/errors.js';
import { LicensingApi } from '../api/licensing-api.js';
import type { PageSettings } from '../api/types.js';
import { told } from '../parts/failure.js';
import { introduce } from '../parts/linked.js';
import { text } from '../text/text.js';
import { openSession, type Session } from './session.js';

const words = text.shell;

const RETRY = 3_000;

/** Finds out how to sign in, as often as it takes, and signs people in and out. */
export class Entrance implements ReactiveController {
  settings: PageSettings | null = null;
  /** Null where there is no way to sign in, and before it is known. */
  session: Session | null = null;
  /** Whether it is known how to sign in, and an earlier sign-in was taken up. */
  opened = false;
  /** Why signing in is not possible yet; null when it is, or while that is found out. */
  away: string | null = null;
  /** Why the last attempt failed; without a reason where it did not. */
  failure = { title: '', reason: '' };
  /** Of whoever is signed in. */
  drafts: DraftMemory | null = null;

  private user: string | null = null;
  private opening = false;
  private retry: ReturnType<typeof setTimeout> | undefined;

  /** @param restored is called when an earlier sign-in was taken up, which may have changed the address */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly restored: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.open();
  }

  hostDisconnected(): void {
    clearTimeout(this.retry);
  }

  /** Once at a time. */
  readonly open = async (): Promise<void> => {
    clearTimeout(this.retry);
    if (this.opening) {
      return;
    }
    this.opening = true;
    try {
      await this.enter();
    } finally {
      this.opening = false;
      this.host.requestUpdate();
    }
  };

  readonly token = (refused?: string) => this.session?.token(refused);

  readonly signIn = () => this.attempt(() => this.session?.signIn());

  readonly signInAgain = async (): Promise<void> => {
    await this.session?.signInAgain();
    this.meet();
  };

  async signOut(): Promise<void> {
    this.drafts?.forget();
    await this.attempt(() => this.session?.signOut(), words.signOutFailed);
  }

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
    this.restored();
    this.opened = true;
  }

  private async attempt(work: () => Promise<void> | undefined, title = words.signInFailed) {
    this.failure = { title, reason: '' };
    this.host.requestUpdate();
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
    this.host.requestUpdate();
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
