import type { LicenseAnswer } from '../api/types.js';

/** The time that counts at the service, which a browser's wrong clock does not change. */
export class ServiceClock {
  private answer: LicenseAnswer | null = null;
  private begin = 0;
  private read = 0;

  /** @param elapsed how long the page has been open, in milliseconds; nobody sets it */
  constructor(private readonly elapsed: () => number = () => performance.now()) {}

  /** Takes in the time of an answer, once. */
  take(answer: LicenseAnswer): void {
    if (answer === this.answer) {
      return;
    }
    this.answer = answer;
    this.read = this.elapsed();
    this.begin = answer.now === undefined ? Date.now() : Date.parse(answer.now);
  }

  /** The time now, in milliseconds. */
  now(): number {
    return this.begin + this.elapsed() - this.read;
  }
}
