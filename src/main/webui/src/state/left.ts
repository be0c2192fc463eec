import type { LicensingApi } from '../api/licensing-api.js';
import type { HistoryEntry } from '../api/types.js';
import type { LeftToDo } from './warnings.js';

/** What changes which license is held. */
const ACTIONS = ['activate', 'replace', 'deactivate'];

/** What the last deactivation has left to do for the vendor; null where it has left nothing, or a license came after it. */
export async function leftToDo(api: LicensingApi): Promise<LeftToDo | null> {
  const { entries } = await api.history({ limit: 1, actions: ACTIONS, outcome: 'succeeded' });
  return entries[0] ? leftBy(entries[0]) : null;
}

/** An older service does not tell what a deactivation has left, and gives entries of other actions, too. */
export function leftBy({ action, at, licenseKey, values }: HistoryEntry): LeftToDo | null {
  const seat = typeof values?.seat === 'string' ? values.seat : null;
  return action === 'deactivate' && values?.release === 'not-possible' ? { key: licenseKey, seat, at } : null;
}
