/** What a mail is filled in with. */
export interface Mail {
  subject: string;
  body: string;
}

/** In characters. A mail's address is cut off by some programs when it is longer. */
const LONGEST_BODY = 1_500;

/** Where a contact leads: an address of the web, or of mail. Null for anything else, which is a name. */
export function hrefOf(contact: string, mail: Mail | null): string | null {
  if (/^https?:\/\/[^\s"<>]+$/.test(contact)) {
    return contact;
  }
  if (!/^[^@\s"<>:/?&#%]+@[^@\s"<>:/?&#%]+$/.test(contact)) {
    return null;
  }
  return mail
    ? `mailto:${contact}?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(bodyOf(mail))}`
    : `mailto:${contact}`;
}

/** Lines end as a mail's do (RFC 6068), and no character is cut into halves, which could not be encoded. */
function bodyOf({ body }: Mail): string {
  return [...body].slice(0, LONGEST_BODY).join('').replaceAll('\n', '\r\n');
}

/** A sentence cut where it names a contact that leads somewhere: the longest where one is a part of another. */
export function pieces(sentence: string, contacts: readonly string[]): string[] {
  const leading = contacts
    .filter((contact) => hrefOf(contact, null) !== null)
    .sort((one, other) => other.length - one.length);
  if (leading.length === 0) {
    return [sentence];
  }
  const named = new RegExp(`(${leading.map(escaped).join('|')})`);
  return sentence.split(named).filter((piece) => piece !== '');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
