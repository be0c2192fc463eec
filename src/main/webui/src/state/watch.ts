import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TICK = 15_000;
const REFRESH = 60_000;
/** Whoever looks into another tab and back again should not have everything read anew. */
const HIDDEN_FOR = 10_000;

/** What happens around the page while it is there. */
export interface Watcher {
  /** Time has passed. */
  tick(): void;
  /** The reader has seen the page for a while without anything being read. */
  stale(): void;
  /** The reader sees the page again. */
  shown(): void;
  /** The reader has not seen the page for a while. */
  hidden(): void;
  /** Whether something is lost when the page is left now. */
  busy(): boolean;
}

/** Follows the time, whether the page is seen, and whether somebody leaves it. */
export class Watch implements ReactiveController {
  private timers: ReturnType<typeof setInterval>[] = [];
  private hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly watcher: Watcher,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timers = [
      setInterval(() => this.watcher.tick(), TICK),
      setInterval(() => document.visibilityState === 'visible' && this.watcher.stale(), REFRESH),
    ];
    document.addEventListener('visibilitychange', this.seen);
    window.addEventListener('beforeunload', this.leaving);
    this.seen();
  }

  hostDisconnected(): void {
    this.timers.forEach(clearInterval);
    clearTimeout(this.hiding);
    document.removeEventListener('visibilitychange', this.seen);
    window.removeEventListener('beforeunload', this.leaving);
  }

  private readonly seen = () => {
    clearTimeout(this.hiding);
    if (document.visibilityState === 'visible') {
      this.watcher.shown();
    } else {
      this.hiding = setTimeout(() => this.watcher.hidden(), HIDDEN_FOR);
    }
  };

  private readonly leaving = (event: BeforeUnloadEvent) => {
    if (this.watcher.busy()) {
      event.preventDefault();
    }
  };
}
