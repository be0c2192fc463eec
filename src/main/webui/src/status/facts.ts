import type { LicenseAnswer, PageSettings } from '../api/types.js';
import type { Facts } from '../text/facts.js';
import { day, exact } from '../text/format.js';

/** What the texts about an installation's standing mention, for a reader. */
export function factsOf(answer: LicenseAnswer, settings: PageSettings): Facts {
  const license = answer.license;
  return {
    contact: settings.contact,
    licensingServer: settings.licensingServer,
    until: answer.licensed && answer.until ? exact(answer.until) : null,
    expiry: license?.expiresAt ? day(license.expiresAt) : null,
    certificateEnd: license?.certificateExpiresAt ? exact(license.certificateExpiresAt) : null,
    lastValidated: license?.lastValidatedAt ? exact(license.lastValidatedAt) : null,
    offline: license?.validationMode === 'offline',
  };
}
