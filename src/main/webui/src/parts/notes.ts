import { html, type TemplateResult } from 'lit';
import type { Note } from '../api/types.js';
import { noteSentence } from '../text/sentence.js';
import { text } from '../text/text.js';
import { said, technical } from './technical.js';

/** Something to look at, with a link to the page that tells what to do about it. */
export function noteText(note: Note, page: (code: string) => string): TemplateResult {
  const sentence = noteSentence(note);
  return html`${said(sentence)} ${help(page(note.code), note.code)} ${technical(sentence)}`;
}

/** A link to the page of a problem, which is in English. */
export function help(page: string, code: string): TemplateResult {
  return html`<a href=${page} target="_blank" rel="noopener" hreflang="en"
    >${text.notes.help}<span class="visually-hidden"> ${text.notes.helpAbout(code)}</span></a
  >`;
}
