import type { LicenseDetails } from '../api/types.js';

/**
 * Whether the end of a license is over, whatever else its status tells first: a suspended license may be past its end.
 *
 * @param now the time that counts, in milliseconds
 */
export function isExpired({ status, expiresAt }: Pick<LicenseDetails, 'status' | 'expiresAt'>, now: number): boolean {
  return status === 'expired' || (expiresAt !== null && Date.parse(expiresAt) <= now);
}
