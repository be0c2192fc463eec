import type { Change, Limits, PreviewAnswer } from '../api/types.js';

export const limitNames = ['maxDisplays', 'maxAgiles', 'aiCreditsPerMonth'] as const satisfies (keyof Limits)[];

/** Whether a limit gets smaller; -1 is unlimited. */
export function shrinks({ before, after }: Change<number>): boolean {
  return after !== -1 && (before === -1 || after < before);
}

/** Whether there is no license that the new one would replace. */
export function replacesNothing({ name, expiresAt, lost, kept, limits }: PreviewAnswer): boolean {
  return (
    name.before === null &&
    expiresAt.before === null &&
    lost.length === 0 &&
    kept.length === 0 &&
    limitNames.every((limit) => limits.before[limit] === 0)
  );
}

/** Whether the new license ends before the one held would; null is never. */
export function endsSooner(preview: PreviewAnswer): boolean {
  const { before, after } = preview.expiresAt;
  return after !== null && !replacesNothing(preview) && (before === null || Date.parse(after) < Date.parse(before));
}

/** One limit before and after. */
export function limitChange(preview: PreviewAnswer, name: keyof Limits): Change<number> {
  return { before: preview.limits.before[name], after: preview.limits.after[name] };
}

/** Whether something is taken away, so that it has to be acknowledged. */
export function takesAway(preview: PreviewAnswer): boolean {
  return preview.lost.length > 0 || limitNames.some((name) => shrinks(limitChange(preview, name)));
}

/** Whether nothing changes that anybody would notice. */
export function changesNothing(preview: PreviewAnswer): boolean {
  return (
    preview.lost.length === 0 &&
    preview.gained.length === 0 &&
    preview.name.before === preview.name.after &&
    preview.expiresAt.before === preview.expiresAt.after &&
    limitNames.every((name) => preview.limits.before[name] === preview.limits.after[name])
  );
}

/** Whether two previews bring the same license, whatever is held before it. */
export function offersTheSame(one: PreviewAnswer, other: PreviewAnswer): boolean {
  return JSON.stringify(offer(one)) === JSON.stringify(offer(other));
}

function offer({ name, expiresAt, limits, gained, kept }: PreviewAnswer): unknown[] {
  const granted = [...gained, ...kept].map(({ code }) => code).sort();
  return [name.after, expiresAt.after, ...limitNames.map((limit) => limits.after[limit]), ...granted];
}
