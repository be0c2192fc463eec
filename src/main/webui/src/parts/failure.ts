import { html, nothing, type TemplateResult } from 'lit';
import { NoAnswer, Occupied, Refused } from '../api/errors.js';
import type { PreviewAnswer, Problem, Seats } from '../api/types.js';
import { clock, localized } from '../text/format.js';
import { text } from '../text/text.js';

/** What a failed operation is to be told as: what happened, and what to do about it. */
export interface Failure {
  code: string;
  detail: string;
  fix: string | null;
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

/** After these there is nothing to do but wait. */
const WAIT = ['too-many-requests', 'operation-in-progress', 'starting', 'stopping'];

/** The failure that belongs beside what was tried; null for one that concerns the whole page. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof Refused || error instanceof NoAnswer) {
    return told(error);
  }
  return error instanceof Occupied ? failure('occupied', text.trouble.occupied) : null;
}

/** The sentences about what the service said, or about what came in place of it. */
export function told(error: Refused | NoAnswer): Failure {
  if (error instanceof NoAnswer) {
    return failure('no-answer', text.lack[error.lack](error.facts));
  }
  const { problem, seconds } = error;
  const retry = seconds === null ? null : text.trouble.retry(seconds);
  const fix = WAIT.includes(problem.code) && retry ? retry : [error.fix, retry].filter(Boolean).join(' ') || null;
  return {
    ...failure(problem.code, detailOf(problem)),
    fix,
    field: problem.field ?? null,
    preview: problem.preview ?? null,
    belongsIn: fieldOf(problem.belongsIn),
    seats: problem.seats ?? null,
    heldByPresent: problem.holder === 'present-license',
  };
}

/** The sentences of a failure, one after the other. */
export function failureText(failure: Failure): TemplateResult {
  return html`<p>${failure.detail}</p>
    ${failure.fix ? html`<p>${failure.fix}</p>` : nothing}`;
}

function failure(code: string, detail: string): Failure {
  return { code, detail, fix: null, field: null, preview: null, belongsIn: null, seats: null, heldByPresent: false };
}

/** A later version of the service may name a field that this page has not. */
function fieldOf(name: string | undefined): Failure['belongsIn'] {
  return name === 'licenseKey' || name === 'licenseFile' ? name : null;
}

function detailOf({ detail, instance, underWay, until }: Problem): string {
  if (underWay) {
    const { running, sinceBy, inProgress } = text.operation;
    const what = `${running(underWay.action)} ${sinceBy(clock(underWay.since), underWay.by)}`;
    return inProgress(what, until ? clock(until) : null);
  }
  return localized(instance ? `${detail} (${instance})` : detail);
}
