import { nothing } from 'lit';
import type { LicenseAnswer, PageSettings } from '../api/types.js';
import { see } from '../parts/see.js';
import type { Act, LeftToDo, Warning } from '../state/warnings.js';
import { exact } from '../text/format.js';
import { text } from '../text/text.js';
import { factsOf } from './facts.js';

/** What a warning is called. */
export function titleOf({ code }: Warning, { reason }: LicenseAnswer): string {
  return kindOf(code, reason)?.title ?? reason ?? code;
}

/** Leads to a warning from what it is about; nothing where there is none. */
export function linkTo(warning: Warning | undefined, answer: LicenseAnswer) {
  return warning ? see(warning.code, titleOf(warning, answer)) : nothing;
}

/** What a warning says, and what to do about it. */
export function sentenceOf(
  { code, at }: Warning,
  answer: LicenseAnswer,
  settings: PageSettings,
  left: LeftToDo | null,
): string {
  const facts = { ...factsOf(answer, settings), since: at && exact(at), key: left?.key ?? null };
  return kindOf(code, answer.reason)?.text(facts) ?? '';
}

/** What the button of a warning says. */
export function labelOf(act: Act): string {
  const { acts } = text.warnings;
  switch (act.kind) {
    case 'revalidate':
      return acts.revalidate;
    case 'activate-again':
      return acts.activateAgain;
    case 'activate':
      return act.method === 'online' ? acts.activateOnline : acts.activateOffline;
    case 'confirm-rollback':
      return acts.confirmRollback;
    case 'releases':
      return acts.releases;
  }
}

/** A later version of the service may have a reason that this page has no text for. */
function kindOf(code: Warning['code'], reason: string | null) {
  return code === 'grace' || code === 'restricted' ? text.reason[reason ?? ''] : text.warnings.kinds[code];
}
