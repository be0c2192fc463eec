import { activate } from './en/activate.js';
import { common } from './en/common.js';
import { deactivate } from './en/deactivate.js';
import { details } from './en/details.js';
import { entitlements } from './en/entitlements.js';
import { future } from './en/future.js';
import { history } from './en/history.js';
import { host } from './en/host.js';
import { inForce } from './en/in-force.js';
import { installation } from './en/installation.js';
import { lack } from './en/lack.js';
import { limits } from './en/limits.js';
import { mail } from './en/mail.js';
import { notes } from './en/notes.js';
import { noteTexts } from './en/note-texts.js';
import { operation } from './en/operation.js';
import { page } from './en/page.js';
import { preview } from './en/preview.js';
import { reason } from './en/reason.js';
import { refusals } from './en/refusals.js';
import { releases } from './en/releases.js';
import { seats } from './en/seats.js';
import { shell } from './en/shell.js';
import { standing } from './en/standing.js';
import { statement } from './en/statement.js';
import { support } from './en/support.js';
import { swap } from './en/swap.js';
import { trouble } from './en/trouble.js';
import { warnings } from './en/warnings.js';

/** Every text of the page, in English. A translation is another object of this type. */
export const en = {
  common,
  page,
  host,
  shell,
  trouble,
  lack,
  operation,
  standing,
  reason,
  refusals,
  warnings,
  notes,
  noteTexts,
  details,
  limits,
  inForce,
  entitlements,
  future,
  releases,
  installation,
  history,
  statement,
  deactivate,
  activate,
  seats,
  preview,
  support,
  swap,
  mail,
};

/** The same in any language: what is a text here is one there, and what makes a text of something makes one of the same. */
type InAnyLanguage<T> = T extends (...facts: infer Facts) => infer Text
  ? (...facts: Facts) => null extends Text ? string | null : string
  : T extends string
    ? string
    : { [Name in keyof T]: InAnyLanguage<T[Name]> };

export type Messages = InAnyLanguage<typeof en>;
