import type { LicenseAnswer } from '../api/types.js';
import { masked } from '../text/masked.js';
import { text } from '../text/text.js';
import type { Mail } from './contact.js';

/** What a mail to the vendor begins with: which installation it is, and how it stands. Never the license key. */
export function mailAbout({ installation, standing, reason, license }: LicenseAnswer): Mail {
  const words = text.mail;
  const facts: [string, string | null | undefined][] = [
    [text.installation.fingerprint, installation.fingerprint],
    [words.standing, reason ? `${standing} (${reason})` : standing],
    [text.details.name, license?.name],
    [text.details.key, license && masked(license.key)],
    [text.details.expires, license?.expiresAt],
  ];
  return {
    subject: words.subject(installation.fingerprint.slice(0, 8)),
    body: `\n\n${facts
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join('')}`,
  };
}
