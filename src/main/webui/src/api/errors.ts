import type { Asked, Problem } from './types.js';

/** There is no token, or none that the service accepts. */
export class SignedOut extends Error {}

/** The token is good and its user is no admin. */
export class AdminRoleMissing extends Error {}

/** This page does something else at the moment. */
export class Occupied extends Error {}

/** Why there is no answer of the service. */
export type Lack =
  | 'token'
  | 'offline'
  | 'unreachable'
  | 'timeout'
  | 'broken-off'
  | 'gateway'
  | 'foreign'
  | 'garbled'
  | 'no-code'
  | 'forbidden'
  | 'too-large'
  | 'too-many'
  | 'unavailable'
  | 'unexpected'
  | 'page';

/** What the sentence about a lack may mention. */
export interface LackFacts {
  status?: number;
  /** How many seconds the answer was waited for. */
  waited?: number;
  /** After how many seconds to ask again. */
  seconds?: number | null;
  detail?: string;
}

/** What came is no answer of the service, or nothing came. */
export class NoAnswer extends Error {
  constructor(
    readonly lack: Lack,
    readonly facts: LackFacts = {},
    options?: ErrorOptions,
  ) {
    super(`No answer of the licensing service: ${lack}.`, options);
  }
}

/** The service says why it did not do what was asked. */
export class Refused extends Error {
  constructor(
    readonly problem: Problem,
    /** After how many seconds the service wants to be asked again. */
    readonly seconds: number | null,
    /** What to do about it, where the service tells. */
    readonly fix: string | null = null,
    /** The address of the page about it. */
    readonly page: string | null = null,
  ) {
    super(problem.detail);
  }
}

/** An operation may have been done although its answer did not come. */
export class InDoubt extends Error {
  constructor(
    readonly operation: Asked,
    override readonly cause: NoAnswer | Refused,
  ) {
    super(`It is not known what became of the operation ${operation.action}.`, { cause });
  }
}

/** The same error where it says why there is no answer; an error of this page's own is as good as no answer. */
export function known(error: unknown): Error {
  return error instanceof NoAnswer || error instanceof SignedOut ? error : ownError(error);
}

/** What an error of this page's own is told as. The browser's console has the error itself. */
export function ownError(error: unknown): NoAnswer {
  reportError(error);
  return new NoAnswer('page', {}, { cause: error });
}

/** The service's problems with a status of 500 or more: true says that nothing was done for sure. */
const failures: Record<string, boolean> = {
  'identity-provider-unreachable': true,
  'internal-error': false,
  'licensing-server-busy': true,
  'licensing-server-error': true,
  'licensing-server-unreachable': true,
  'licensing-server-untrusted': true,
  starting: true,
  stopping: true,
  'store-unavailable': false,
};

/** Whether a problem with a status of 500 or more is the service's. */
export function isKnownFailure(code: string): boolean {
  return Object.hasOwn(failures, code);
}

/** What an error leaves open about an operation; null when nothing was done for sure, or the error is no answer's. */
export function doubtOf(error: unknown): NoAnswer | Refused | null {
  if (error instanceof NoAnswer) {
    return error.lack === 'token' ? null : error; // Without a token nothing was sent.
  }
  return error instanceof Refused && failures[error.problem.code] === false ? error : null;
}
