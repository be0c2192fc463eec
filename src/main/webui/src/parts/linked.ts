import { html, type TemplateResult } from 'lit';
import type { Contacts } from '../api/types.js';
import { hrefOf, pieces, type Mail } from './contact.js';

/** Whom the page names, and what a mail to them begins with. There is one service on a page, as there is one language. */
let known: { contacts: Contacts | null; mail: Mail | null } = { contacts: null, mail: null };

/** Tells whom the page names from now on. */
export function introduce(contacts: Contacts, mail: Mail | null): void {
  known = { contacts, mail };
}

/** Whom to ask, as configured; null as long as the configuration is not read. */
export function contacts(): Contacts | null {
  return known.contacts;
}

/** A sentence in which those are links whom it names, where they were configured as an address. */
export function linked(sentence: string): TemplateResult {
  return html`${pieces(sentence, named()).map((piece) => {
    const href = hrefOf(piece, known.mail);
    return href === null ? piece : link(href, piece);
  })}`;
}

function named(): string[] {
  const { support, sales, administrators } = known.contacts ?? {};
  return [support, sales, administrators].filter((one) => typeof one === 'string');
}

/** A link beside the page, which stays as it is. What leads neither to the web nor to a mail is no link. */
export function link(href: string, words: string | TemplateResult): TemplateResult {
  if (href.startsWith('mailto:')) {
    return html`<a href=${href} translate="no">${words}</a>`;
  }
  return /^https?:/.test(href)
    ? html`<a href=${href} target="_blank" rel="noopener">${words}</a>`
    : html`<span>${words}</span>`;
}
