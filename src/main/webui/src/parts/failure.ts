import { html, nothing, type TemplateResult } from 'lit';
import { Refused, ServiceAway } from '../api/errors.js';
import { localized } from '../text/format.js';
import { text } from '../text/text.js';

/** What a failed operation is to be told as: the service's sentence, and what to do about it. */
export interface Failure {
  code: string;
  detail: string;
  fix: string | null;
  field: string | null;
}

/** The failure that belongs beside what was tried; null for one that concerns the whole page. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof Refused) {
    const { code, detail, field } = error.problem;
    return { code, detail, fix: error.fix, field: field ?? null };
  }
  if (error instanceof ServiceAway) {
    return { code: 'service-away', detail: `${text.trouble.awayTitle}.`, fix: null, field: null };
  }
  return null;
}

/** The sentences of a failure, one after the other. */
export function failureText(failure: Failure): TemplateResult {
  return html`<p>${localized(failure.detail)}</p>
    ${failure.fix ? html`<p>${failure.fix}</p>` : nothing}`;
}
