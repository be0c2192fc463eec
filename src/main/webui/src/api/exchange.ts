import { NoAnswer, Refused, isKnownFailure, type Lack } from './errors.js';
import { fits, type Shape } from './shapes.js';
import type { Problem } from './types.js';

/** What a status says that no problem of the service comes with: somebody on the way has answered. */
const lacks: Record<number, Lack> = {
  403: 'forbidden',
  413: 'too-large',
  429: 'too-many',
  502: 'gateway',
  503: 'unavailable',
  504: 'gateway',
};

/** Does something that ends by the signal once it has taken too long. */
export async function within<T>(milliseconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  const late = new NoAnswer('timeout', { waited: milliseconds / 1_000 });
  const timer = setTimeout(() => limit.abort(late), milliseconds);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** What comes first: the value, or the signal. */
export function unlessAborted<T>(value: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    return Promise.reject(signal.reason);
  }
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    value.then(resolve, reject);
  });
}

export async function request(url: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  try {
    return await fetch(url, { cache: 'no-store', ...init });
  } catch (failure) {
    throw lost(init.signal, navigator.onLine ? 'unreachable' : 'offline', failure);
  }
}

/** The answer, which is an object of this shape. */
export async function read<T>(response: Response, shape: Shape<T>, signal: AbortSignal): Promise<T> {
  if (!response.ok) {
    throw await failure(response, signal);
  }
  const value = await json(response, signal);
  if (fits(value, shape)) {
    return value;
  }
  throw new NoAnswer('foreign', { status: response.status });
}

/** Why a request did not succeed. */
export async function failure(response: Response, signal: AbortSignal): Promise<NoAnswer | Refused> {
  const { status } = response;
  const seconds = retryAfter(response);
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    return new NoAnswer(lacks[status] ?? 'unexpected', { status, seconds });
  }
  const problem = (await json(response, signal)) as Partial<Problem> | null;
  if (!isOurs(problem)) {
    return new NoAnswer('no-code', { status, detail: [problem?.detail, problem?.title].find(isText) });
  }
  return status < 500 || isKnownFailure(problem.code)
    ? new Refused(problem, seconds)
    : new NoAnswer(lacks[status] ?? 'unexpected', { status, seconds });
}

/** A problem of the service has a code and a sentence. Others on the way send problems, too, with what they like in them. */
function isOurs(problem: Partial<Problem> | null): problem is Problem {
  return isText(problem?.code) && isText(problem?.detail);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

async function json(response: Response, signal: AbortSignal): Promise<unknown> {
  const text = await whole(response, signal);
  try {
    return JSON.parse(text);
  } catch (failure) {
    const claimed = response.headers.get('Content-Type')?.includes('json') ? 'garbled' : 'foreign';
    throw new NoAnswer(claimed, { status: response.status }, { cause: failure });
  }
}

async function whole(response: Response, signal: AbortSignal): Promise<string> {
  try {
    return await response.text();
  } catch (failure) {
    throw lost(signal, 'broken-off', failure);
  }
}

function lost(signal: AbortSignal, lack: Lack, cause: unknown): unknown {
  return signal.aborted ? signal.reason : new NoAnswer(lack, {}, { cause });
}

/** Also a proxy says a number of seconds, or a date, which nobody needs to know so exactly. */
function retryAfter(response: Response): number | null {
  const value = response.headers.get('Retry-After') ?? '';
  return /^\d{1,5}$/.test(value) ? Number(value) : null;
}
