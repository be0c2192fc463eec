import { html, nothing, type TemplateResult } from 'lit';
import { NoAnswer, Occupied, Refused } from '../api/errors.js';
import type { PreviewAnswer, Problem, Seats } from '../api/types.js';
import { clock } from '../text/format.js';
import { refusalSentence, type Sentence } from '../text/sentence.js';
import { text } from '../text/text.js';
import { contacts } from './linked.js';
import { help } from './notes.js';
import { said, technical } from './technical.js';

/** What a failed operation is to be told as. */
export interface Failure {
  cause: Cause;
  code: string;
  /** Whether the answer is no: somebody has decided, and nothing has failed. */
  refused: boolean;
  field: string | null;
  /** What an activation would change now, where it was bound to something else. */
  preview: PreviewAnswer | null;
  /** The field in which the text belongs that was in another one. */
  belongsIn: 'licenseKey' | 'licenseFile' | null;
  /** Who has the seats, where none is left and the service could ask. */
  seats: Seats | null;
  /** Whether the license held now has the seat, and has to be deactivated first. */
  heldByPresent: boolean;
}

type Cause = Refused | NoAnswer | Occupied;

/** After these there is nothing to do but wait. */
const WAIT = ['too-many-requests', 'operation-in-progress', 'starting', 'stopping'];

/** The failure that belongs beside what was tried; null for one that concerns the whole page. */
export function failureOf(error: unknown): Failure | null {
  return error instanceof Refused || error instanceof NoAnswer || error instanceof Occupied ? failure(error) : null;
}

function failure(cause: Cause): Failure {
  const none = { field: null, preview: null, belongsIn: null, seats: null, heldByPresent: false };
  if (!(cause instanceof Refused)) {
    return { cause, code: cause instanceof Occupied ? 'occupied' : 'no-answer', refused: false, ...none };
  }
  const { problem } = cause;
  return {
    cause,
    code: problem.code,
    refused: problem.status < 500,
    field: problem.field ?? null,
    preview: problem.preview ?? null,
    belongsIn: fieldOf(problem.belongsIn),
    seats: problem.seats ?? null,
    heldByPresent: problem.holder === 'present-license',
  };
}

/** What has happened, in a sentence. */
export function told(cause: Cause): Sentence {
  if (cause instanceof NoAnswer) {
    return ours(text.lack[cause.lack](cause.facts));
  }
  if (cause instanceof Occupied) {
    return ours(text.trouble.occupied);
  }
  const { problem } = cause;
  return problem.underWay ? ours(whatIsUnderWay(problem.underWay, problem.until)) : refusalSentence(withName(problem));
}

/** What has happened and what to do about it, one after the other, with a link to the page about it. */
export function failureText({ cause }: Pick<Failure, 'cause'>, fix = fixOf(cause)): TemplateResult {
  const sentence = told(cause);
  const page =
    cause instanceof Refused && cause.page !== null ? html` ${help(cause.page, cause.problem.code)}` : nothing;
  return html`<p>${said(sentence)}${fix ? nothing : page}</p>
    ${fix ? html`<p>${said(fix)}${page}</p>` : nothing} ${technical(sentence)}`;
}

/**
 * What to do about it, where that is known.
 *
 * @param byItself whether it is tried again without the reader, who then needs no word about when
 */
export function fixOf(cause: Cause, byItself = false): Sentence | null {
  if (!(cause instanceof Refused)) {
    return null;
  }
  const { problem, seconds } = cause;
  const retry = seconds === null || byItself ? null : text.trouble.retry(seconds);
  if (WAIT.includes(problem.code) && (retry || byItself)) {
    return retry ? ours(retry) : null;
  }
  const whom = contacts();
  const own = whom && text.refusals[problem.code]?.fix(whom);
  const words = [own ?? cause.fix, retry].filter(Boolean).join(' ');
  return words ? { words, service: null, foreign: !own && cause.fix !== null && text.common.tag !== 'en' } : null;
}

function ours(words: string): Sentence {
  return { words, service: null, foreign: false };
}

/** The name of an error of the service's own tells where its log has it. */
function withName({ detail, instance, ...problem }: Problem): Problem {
  return { ...problem, detail: instance ? `${detail} (${instance})` : detail };
}

function whatIsUnderWay({ action, since, by }: NonNullable<Problem['underWay']>, until: string | undefined): string {
  const { running, sinceBy, inProgress } = text.operation;
  return inProgress(`${running(action)} ${sinceBy(clock(since), by)}`, until ? clock(until) : null);
}

/** A later version of the service may name a field that this page has not. */
function fieldOf(name: string | undefined): Failure['belongsIn'] {
  return name === 'licenseKey' || name === 'licenseFile' ? name : null;
}
