import type { LicenseAnswer, Standing } from '../api/types.js';
import { isExpired } from '../state/expired.js';
import { masked } from '../text/masked.js';
import { text } from '../text/text.js';
import type { Mail } from './contact.js';

/** What a mail to the vendor begins with: which installation it is, and how it stands. Never the license key. */
export function mailAbout({ installation, standing, reason, license, now }: LicenseAnswer): Mail {
  const { details, mail: words } = text;
  const expired = license && isExpired(license, now ? Date.parse(now) : Date.now());
  const facts: [string, string | null | undefined][] = [
    [text.installation.fingerprint, installation.fingerprint],
    [words.standing, standingWords(standing, reason)],
    [details.name, license?.name],
    [details.key, license && masked(license.key)],
    [expired ? details.expired : details.expires, license?.expiresAt],
  ];
  return {
    subject: words.subject(installation.fingerprint.slice(0, 8)),
    body: `\n\n${facts
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join('')}`,
  };
}

/** A reader of another language understands the code. */
function standingWords(standing: Standing, reason: string | null): string {
  const words = text.standing[standing].title;
  const why = reason && text.reason[reason]?.title;
  return reason ? `${why ? `${words}: ${why}` : words} (${reason})` : words;
}
