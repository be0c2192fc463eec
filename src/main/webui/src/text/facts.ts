import type { Contacts } from '../api/types.js';

/** What the texts about a reason may mention. */
export interface Facts {
  contact: Contacts;
  licensingServer: string;
  /** The day and time from which on features are restricted; null when that is now or not known. */
  until: string | null;
  expiry: string | null;
  certificateEnd: string | null;
  lastValidated: string | null;
  offline: boolean;
}
