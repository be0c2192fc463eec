import { NoAnswer, SignedOut } from './errors.js';
import { request, unlessAborted } from './exchange.js';

/**
 * Gives the access token to send, or nothing when nobody is signed in. It fails when there is somebody whose token can't be
 * fetched now: then it is asked again.
 *
 * @param refused the token that the service has just refused, so that a new one is wanted
 */
export type TokenGetter = (refused?: string) => string | null | undefined | Promise<string | null | undefined>;

export interface Question {
  method: 'GET' | 'POST';
  /** Behind the address of the service. */
  path: string;
  body?: object;
  /** What the request is called in the service's log and history, unless something on the way calls it otherwise. */
  name?: string;
  accept?: string;
}

/** The way to the service: its address, and the token that each request needs. */
export class Channel {
  private readonly base: string;
  private named = true;

  constructor(
    base: string,
    private readonly token: TokenGetter,
  ) {
    this.base = new URL(base === '' || base.endsWith('/') ? base : `${base}/`, document.baseURI).href;
  }

  /** Whether the service knows requests by the names that they were sent with, as far as answers have shown. */
  get keepsNames(): boolean {
    return this.named;
  }

  url(path: string): string {
    return new URL(path, this.base).href;
  }

  /** Asks once, and once more with another token when the first one was refused. */
  async send(question: Question, signal: AbortSignal): Promise<Response> {
    const token = await this.requireToken(signal);
    const response = await this.sendWith(token, question, signal);
    if (response.status !== 401) {
      return response;
    }
    const again = await this.sendWith(await this.requireToken(signal, token), question, signal);
    if (again.status === 401) {
      throw new SignedOut();
    }
    return again;
  }

  private async sendWith(token: string, { method, path, body, name, accept }: Question, signal: AbortSignal) {
    const headers: Record<string, string> = {
      Accept: accept ?? 'application/json',
      Authorization: `Bearer ${token}`,
    };
    if (body) {
      headers['Content-Type'] = 'application/json';
    }
    if (name) {
      headers['X-Request-Id'] = name;
    }
    const answer = await request(this.url(path), { method, headers, body: body && JSON.stringify(body), signal });
    if (name) {
      this.named = (answer.headers.get('X-Request-Id') ?? name) === name;
    }
    return answer;
  }

  private async requireToken(signal: AbortSignal, refused?: string): Promise<string> {
    const token = await this.given(signal, refused);
    if (!token || token === refused) {
      throw new SignedOut();
    }
    return token;
  }

  private async given(signal: AbortSignal, refused?: string): Promise<string | null | undefined> {
    try {
      return await unlessAborted(Promise.resolve(this.token(refused)), signal);
    } catch (failure) {
      throw new NoAnswer('token', {}, { cause: failure });
    }
  }
}
