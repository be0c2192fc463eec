import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TICK = 15_000;
const REFRESH = 60_000;

/** What happens around the page while it is there. */
export interface Watcher {
  /** Time has passed. */
  tick(now: number): void;
  /** The reader has seen the page for a while without anything being read. */
  stale(): void;
  /** The reader sees the page again. */
  shown(): void;
  /** The reader does not see the page any more. */
  hidden?(): void;
  /** Whether something is lost when the page is left now. */
  busy(): boolean;
}

/** Follows the time, whether the page is seen, and whether somebody leaves it. */
export class Watch implements ReactiveController {
  private timers: ReturnType<typeof setInterval>[] = [];

  constructor(
    host: ReactiveControllerHost,
    private readonly watcher: Watcher,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timers = [
      setInterval(() => this.watcher.tick(Date.now()), TICK),
      setInterval(() => document.visibilityState === 'visible' && this.watcher.stale(), REFRESH),
    ];
    document.addEventListener('visibilitychange', this.seen);
    window.addEventListener('beforeunload', this.leaving);
  }

  hostDisconnected(): void {
    this.timers.forEach(clearInterval);
    document.removeEventListener('visibilitychange', this.seen);
    window.removeEventListener('beforeunload', this.leaving);
  }

  private readonly seen = () => {
    if (document.visibilityState === 'visible') {
      this.watcher.shown();
    } else {
      this.watcher.hidden?.();
    }
  };

  private readonly leaving = (event: BeforeUnloadEvent) => {
    if (this.watcher.busy()) {
      event.preventDefault();
    }
  };
}
