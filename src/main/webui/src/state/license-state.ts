import type { ReactiveControllerHost } from 'lit';
import { Changes } from '../api/changes.js';
import type { TokenGetter } from '../api/channel.js';
import { AdminRoleMissing, InDoubt, NoAnswer, Refused, SignedOut, ownError } from '../api/errors.js';
import { LicensingApi } from '../api/licensing-api.js';
import type { HistoryEntry, LicenseAnswer, PageSettings } from '../api/types.js';
import { begun, isSettled, judged, type Doubt } from './fate.js';
import { leftToDo } from './left.js';
import { ServiceClock } from './service-clock.js';
import type { LeftToDo } from './warnings.js';

/** Why the license can't be read. */
export type Trouble = { kind: 'signed-out' } | { kind: 'role-missing' } | { kind: 'away'; cause: NoAnswer | Refused };

/** What the page does about what is found out here. */
export interface Listener {
  /** Somebody else has changed the license. */
  changedElsewhere(): void;
  /** It is known what became of an operation whose answer did not come, and what is now is about to be shown. */
  settled(doubt: Doubt): void;
}

const RETRY = 3_000;
const LONGEST_RETRY = 30_000;
/** While an operation is under way, which no event tells. */
const POLL = 2_000;
/** While a seat is being released, which changes no revision and which no event tells. */
const RELEASES = 10_000;

/** What the page knows of the license: read when it may have changed, and again by itself until it can be read. */
export class LicenseState {
  service: LicensingApi | null = null;
  settings: PageSettings | null = null;
  answer: LicenseAnswer | null = null;
  trouble: Trouble | null = null;
  doubt: Doubt | null = null;
  /** What the last deactivation has left to do. */
  left: LeftToDo | null = null;
  /** The revision that this is known of. */
  private leftAt: number | null = null;

  /** The time that counts, as the answer told it. */
  readonly clock = new ServiceClock();

  private base: string | null = null;
  /** Whether anything is read. */
  private following = false;
  /** Whether nobody sees what would be read. */
  private paused = false;
  private changes: Changes | null = null;
  private next: ReturnType<typeof setTimeout> | undefined;
  /** The service that is being read from. */
  private reading: LicensingApi | null = null;
  /** Whether something may have changed that was not read. */
  private missed = false;
  private behind = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly listener: Listener,
  ) {}

  /** Reads from the service at an address: from the same one as before, which knows what it is doing, unless that is another. */
  connect(base: string, getToken: TokenGetter): void {
    if (base !== this.base) {
      this.rest();
      this.base = base;
      this.service = new LicensingApi(base, getToken, this.moved);
    }
    this.following = true;
    void this.load();
  }

  /** Reads nothing any more. What is under way goes on, and is known when this goes on. */
  stop(): void {
    this.following = false;
    this.rest();
  }

  /**
   * Lets go of the connection, of which a browser has no more than six to a service over HTTP/1.1, for all its tabs. Only
   * what became of an operation is still asked.
   */
  readonly pause = (): void => {
    this.paused = true;
    this.changes?.stop();
    this.changes = null;
    if (!this.service?.unanswered) {
      clearTimeout(this.next);
    }
  };

  /** Reads on, and first what has changed meanwhile. */
  readonly resume = (): void => {
    this.paused = false;
    void this.load();
  };

  /** Nothing that was known counts any more. */
  forget(): void {
    this.settings = null;
    this.answer = null;
    this.doubt = null;
    this.left = null;
    this.leftAt = null;
    this.host.requestUpdate();
  }

  /** Reads the license, unless nobody sees it; after what is under way, since that may change it. */
  readonly load = async (): Promise<void> => {
    const service = this.service;
    if (!service || !this.following || (this.paused && !service.unanswered)) {
      return;
    }
    this.missed = true;
    if (service.running || this.reading === service) {
      return;
    }
    this.missed = false;
    this.reading = service;
    clearTimeout(this.next);
    try {
      await this.readFrom(service);
    } catch (error) {
      if (this.follows(service)) {
        this.meet(error);
      }
    } finally {
      if (this.reading === service) {
        this.reading = null;
      }
      if (this.missed) {
        void this.load();
      }
    }
  };

  /** Takes in what an operation has answered. */
  show(answer: LicenseAnswer): void {
    this.answer = answer;
    this.clock.take(answer);
    this.trouble = null;
    if (this.following && !this.paused) {
      this.changes ??= new Changes(this.service!, () => void this.load());
    }
    this.host.requestUpdate();
  }

  /** Takes in why something could not be done, where that concerns the whole page. */
  meet(error: unknown): void {
    if (this.doubt && !isSettled(this.doubt)) {
      this.doubt = { ...this.doubt, fate: 'unknown', underWay: null };
    }
    if (error instanceof SignedOut) {
      this.rest();
      this.trouble = { kind: 'signed-out' };
    } else if (error instanceof AdminRoleMissing) {
      this.rest();
      this.trouble = { kind: 'role-missing' };
    } else if (error instanceof NoAnswer || error instanceof Refused) {
      this.trouble = { kind: 'away', cause: error };
      this.again(Math.min(Math.max(RETRY, 1_000 * (secondsOf(error) ?? 0)), LONGEST_RETRY));
    } else if (error instanceof InDoubt) {
      this.doubt = begun(error.operation, error.cause);
      void this.load();
    } else {
      this.meet(ownError(error));
    }
    this.host.requestUpdate();
  }

  /** The reader has seen what became of the operation, or waits for it no longer. */
  readonly close = (): void => {
    if (this.doubt) {
      this.service?.settle(this.doubt.operation);
    }
    this.doubt = null;
    this.host.requestUpdate();
  };

  private readonly moved = () => {
    if (this.service?.running) {
      this.doubt = null;
    } else {
      void this.load();
    }
    this.host.requestUpdate();
  };

  private async readFrom(service: LicensingApi): Promise<void> {
    const settings = this.settings ?? (await service.settings());
    if (this.follows(service)) {
      this.settings = settings;
    }
    const recorded = await this.recorded(service);
    const answer = await service.license();
    if (!this.follows(service) || service.running) {
      this.missed = service === this.service;
      return;
    }
    if (this.isBehind(answer)) {
      this.again(POLL);
      return;
    }
    this.take(service, answer, recorded);
    await this.readLeft(service, answer);
  }

  /** The license is shown before, since this is worth no waiting. */
  private async readLeft(service: LicensingApi, { license, revision }: LicenseAnswer): Promise<void> {
    if (license || this.leftAt === revision) {
      this.left = license ? null : this.left;
      return;
    }
    const left = await known(leftToDo(service));
    if (left !== undefined && this.follows(service) && this.answer?.revision === revision) {
      this.left = left;
      this.leftAt = revision;
      this.host.requestUpdate();
    }
  }

  private take(service: LicensingApi, answer: LicenseAnswer, recorded: HistoryEntry[] | null): void {
    const operation = service.unanswered;
    if (operation) {
      this.judge(service, answer, recorded);
    } else if (this.answer && this.answer.revision !== answer.revision) {
      this.listener.changedElsewhere();
    }
    this.show(answer);
    if (operation && this.doubt && isSettled(this.doubt)) {
      this.listener.settled(this.doubt);
    }
    if (answer.underWay || service.unanswered) {
      this.again(POLL);
    } else if (answer.installation.pendingReleases.some((release) => release.state === 'queued')) {
      this.again(RELEASES);
    }
  }

  private judge(service: LicensingApi, answer: LicenseAnswer, recorded: HistoryEntry[] | null): void {
    const operation = service.unanswered!;
    const known = this.doubt?.operation.request === operation.request ? this.doubt : null;
    const doubt = judged(known ?? begun(operation, null), recorded, answer, Date.now());
    this.doubt = doubt;
    if (isSettled(doubt)) {
      service.settle(operation);
    }
  }

  /** What the history says about the operation without an answer; null when there is none, or it can't be read. */
  private async recorded(service: LicensingApi): Promise<HistoryEntry[] | null> {
    const operation = service.unanswered;
    return operation && ((await known(service.recorded(operation))) ?? null);
  }

  /** Another replica may know a change a moment later than the one that answered before: the first time it is not believed. */
  private isBehind(answer: LicenseAnswer): boolean {
    this.behind = !this.behind && this.answer !== null && answer.revision < this.answer.revision;
    return this.behind;
  }

  private follows(service: LicensingApi): boolean {
    return this.following && service === this.service;
  }

  /** Waits for no change, until the license is read again. */
  private rest(): void {
    clearTimeout(this.next);
    this.changes?.stop();
    this.changes = null;
  }

  private again(milliseconds: number): void {
    clearTimeout(this.next);
    if (!this.paused || this.service?.unanswered) {
      this.next = setTimeout(this.load, milliseconds);
    }
  }
}

function secondsOf(error: NoAnswer | Refused): number | null | undefined {
  return error instanceof Refused ? error.seconds : error.facts.seconds;
}

/** What the history says; undefined while it can't be read. The license may still be, and the history is asked again. */
async function known<T>(history: Promise<T>): Promise<T | undefined> {
  try {
    return await history;
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof Refused) {
      return undefined;
    }
    throw error;
  }
}
