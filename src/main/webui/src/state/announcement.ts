import type { LicenseAnswer } from '../api/types.js';
import { changeOf, warningsOf, type LeftToDo, type LicensingChange } from './warnings.js';

/** What a host is told of the license, for a banner of its own: once, until something else is to be told. */
export class Announcement {
  private told = '';

  /** What the host is to be told now; null where it knows. */
  next(answer: LicenseAnswer, left: LeftToDo | null, now: number): LicensingChange | null {
    const change = changeOf(answer, warningsOf(answer, left, now));
    const told = JSON.stringify(change);
    if (told === this.told) {
      return null;
    }
    this.told = told;
    return change;
  }

  /** The host is told again, whatever it was told: it is about another service. */
  forget(): void {
    this.told = '';
  }
}
