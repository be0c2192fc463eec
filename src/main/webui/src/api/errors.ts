import type { Problem } from './types.js';

/** There is no token, or none that the service accepts. */
export class SignedOut extends Error {}

/** The token is good and its user is no admin. */
export class AdminRoleMissing extends Error {}

/** The service gave no answer, or is not ready to give one. */
export class ServiceAway extends Error {}

/** The service says why it did not do what was asked. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    /** What to do about it, where the service tells. */
    readonly fix: string | null,
  ) {
    super(problem.detail);
  }
}
