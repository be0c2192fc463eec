import type { LitElement, ReactiveController } from 'lit';
import type { LicenseAnswer } from '../api/types.js';
import { failureOf, type Failure } from './failure.js';

/** A new state of the license, and a sentence for the reader about how it came to be. */
export interface Answered {
  answer: LicenseAnswer;
  said: string;
  /** The tab to go to. */
  tab?: 'status';
}

/** Tells the page of a new state. */
export function answered(element: LitElement, detail: Answered): void {
  element.dispatchEvent(new CustomEvent('il-answer', { detail, bubbles: true, composed: true }));
}

/** What an element asks the service for: one thing at a time, and why the last one failed. */
export class Operation implements ReactiveController {
  busy = false;
  failure: Failure | null = null;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Does it unless something is being done, and gives the result if it succeeds. What concerns the whole page is told to the page. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) {
      return undefined;
    }
    this.set(true, null);
    let failure: Failure | null = null;
    try {
      return await work();
    } catch (error) {
      failure = failureOf(error);
      if (!failure) {
        this.host.dispatchEvent(new CustomEvent('il-trouble', { detail: error, bubbles: true, composed: true }));
      }
      return undefined;
    } finally {
      this.set(false, failure);
    }
  }

  /** Keeps a dialog open while its operation is being done. */
  readonly guard = (event: Event): void => {
    if (this.busy) {
      event.preventDefault();
    }
  };

  forget(): void {
    this.set(this.busy, null);
  }

  private set(busy: boolean, failure: Failure | null): void {
    this.busy = busy;
    this.failure = failure;
    this.host.requestUpdate();
  }
}
