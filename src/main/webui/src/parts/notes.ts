import { html, type TemplateResult } from 'lit';
import type { Note } from '../api/types.js';
import { localized } from '../text/format.js';
import { text } from '../text/text.js';

/** Something to look at, with a link to the page that tells what to do about it. */
export function noteText({ code, detail, values }: Note, page: (code: string) => string): TemplateResult {
  const facts = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? localized(value) : value,
  ]);
  const sentence = text.noteTexts[code]?.(Object.fromEntries(facts)) ?? localized(detail);
  return html`${sentence}
    <a href=${page(code)} target="_blank" rel="noopener"
      >${text.notes.help}<span class="visually-hidden"> ${text.notes.helpAbout(code)}</span></a
    >`;
}
