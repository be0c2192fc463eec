import type { LicensingApi } from './licensing-api.js';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** The service sends the state as soon as it is connected to. */
const FIRST_SILENCE = 15_000;
/** The service sends something every 15 seconds; a connection that is silent for longer than this is dead. */
const LONGEST_SILENCE = 45_000;

/**
 * Follows the changes of what is licensed, until it is stopped: by the service's event stream, connected to anew whenever
 * it ends.
 */
export class Changes {
  private readonly stopped = new AbortController();
  private last: string | undefined;

  /** @param changed called when something has changed, or may have because the connection was lost */
  constructor(
    private readonly api: LicensingApi,
    private readonly changed: () => void,
  ) {
    void this.follow();
  }

  stop(): void {
    this.stopped.abort();
  }

  private async follow(): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!this.stopped.signal.aborted) {
      try {
        await this.read(() => (pause = FIRST_PAUSE));
      } catch {
        // Whoever reads the license anew meets the same.
      }
      if (this.stopped.signal.aborted) {
        return;
      }
      this.changed();
      await this.wait(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  private async read(connected: () => void): Promise<void> {
    const connection = new AbortController();
    const end = () => connection.abort();
    this.stopped.signal.addEventListener('abort', end);
    let silence = setTimeout(end, FIRST_SILENCE);
    try {
      const lines = (await this.api.stream(connection.signal)).pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (;;) {
        const { done, value } = await lines.read();
        if (done) {
          return;
        }
        connected();
        clearTimeout(silence);
        silence = setTimeout(end, LONGEST_SILENCE);
        rest = this.take(rest + value);
      }
    } finally {
      clearTimeout(silence);
      this.stopped.signal.removeEventListener('abort', end);
      end();
    }
  }

  /** Looks at the whole lines, and returns what is left of the last one. An event's id says what the state is. */
  private take(text: string): string {
    const lines = text.split(/\r\n|\r|\n/);
    const rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('id:')) {
        this.note(line.slice(3).trim());
      }
    }
    return rest;
  }

  private note(id: string): void {
    if (id !== this.last) {
      this.last = id;
      this.changed();
    }
  }

  private wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.stopped.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
