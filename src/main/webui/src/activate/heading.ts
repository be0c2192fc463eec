import type { Failure } from '../parts/failure.js';
import { text } from '../text/text.js';

/** What a failed activation is headed as: who was told no knows that trying again is in vain. */
export function headingOf({ refused }: Failure, held: boolean): string {
  const words = text.activate;
  return held ? (refused ? words.updateRefused : words.updateFailed) : refused ? words.refused : words.failed;
}
