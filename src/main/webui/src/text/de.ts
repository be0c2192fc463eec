import type { Messages } from './en.js';
import { activate } from './de/activate.js';
import { common } from './de/common.js';
import { deactivate } from './de/deactivate.js';
import { details } from './de/details.js';
import { entitlements } from './de/entitlements.js';
import { future } from './de/future.js';
import { history } from './de/history.js';
import { host } from './de/host.js';
import { inForce } from './de/in-force.js';
import { installation } from './de/installation.js';
import { lack } from './de/lack.js';
import { limits } from './de/limits.js';
import { mail } from './de/mail.js';
import { notes } from './de/notes.js';
import { noteTexts } from './de/note-texts.js';
import { operation } from './de/operation.js';
import { page } from './de/page.js';
import { preview } from './de/preview.js';
import { reason } from './de/reason.js';
import { refusals } from './de/refusals.js';
import { releases } from './de/releases.js';
import { seats } from './de/seats.js';
import { shell } from './de/shell.js';
import { standing } from './de/standing.js';
import { statement } from './de/statement.js';
import { support } from './de/support.js';
import { swap } from './de/swap.js';
import { trouble } from './de/trouble.js';
import { warnings } from './de/warnings.js';

/** Every text of the page, in German. */
export const de: Messages = {
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
