import { AdminRoleMissing, Refused, ServiceAway, SignedOut } from './errors.js';
import type {
  ActivationRequest,
  HistoryPage,
  LicenseAnswer,
  PageSettings,
  PreviewAnswer,
  Problem,
} from './types.js';

/**
 * Gives the access token to send, or nothing when nobody is signed in.
 *
 * @param refused the token that the service has just refused, so that a new one is wanted
 */
export type TokenGetter = (refused?: string) => string | null | undefined | Promise<string | null | undefined>;

/** The licensing service as this page uses it. Whatever does not succeed is one of the four errors of `errors.ts`. */
export class LicensingApi {
  private readonly base: string;
  private running = 0;

  /** @param base where the service is: an address that all paths are appended to; relative to the document */
  constructor(
    base: string,
    private readonly token: TokenGetter,
  ) {
    this.base = new URL(base === '' || base.endsWith('/') ? base : `${base}/`, document.baseURI).href;
  }

  /** Whether something is being changed, so that what is read meanwhile may already be old. */
  get changing(): boolean {
    return this.running > 0;
  }

  async settings(): Promise<PageSettings> {
    return json(await answered(fetch(this.url('licensing/config.json'))));
  }

  async license(): Promise<LicenseAnswer> {
    return json(await this.send('GET', 'license'));
  }

  async preview(request: ActivationRequest): Promise<PreviewAnswer> {
    return json(await this.send('POST', 'license/preview', request));
  }

  async activate(request: ActivationRequest): Promise<LicenseAnswer> {
    return this.change('license/activate', request);
  }

  async revalidate(): Promise<LicenseAnswer> {
    return this.change('license/revalidate');
  }

  async deactivate(): Promise<LicenseAnswer> {
    return this.change('license/deactivate');
  }

  async dismissRelease(machineId: string): Promise<LicenseAnswer> {
    return this.change(`license/releases/${encodeURIComponent(machineId)}/dismiss`);
  }

  /** @param before the `next` of the page before this one */
  async history(before?: number): Promise<HistoryPage> {
    return json(await this.send('GET', `license/history?limit=10${before === undefined ? '' : `&before=${before}`}`));
  }

  /** The open stream of changes. */
  async stream(signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const response = await this.send('GET', 'entitlements/stream', undefined, signal, 'text/event-stream');
    if (!response.body) {
      throw new ServiceAway('The stream has no body.');
    }
    return response.body;
  }

  private async change(path: string, body?: object): Promise<LicenseAnswer> {
    this.running++;
    try {
      return await json(await this.send('POST', path, body));
    } finally {
      this.running--;
    }
  }

  private async send(
    method: string,
    path: string,
    body?: object,
    signal?: AbortSignal,
    accept = 'application/json',
  ): Promise<Response> {
    const token = await this.requireToken();
    const ask = (bearer: string) => {
      const headers: Record<string, string> = { Accept: accept, Authorization: `Bearer ${bearer}` };
      if (body) {
        headers['Content-Type'] = 'application/json';
      }
      return answered(
        fetch(this.url(path), { method, headers, body: body && JSON.stringify(body), signal, cache: 'no-store' }),
      );
    };
    let response = await ask(token);
    if (response.status === 401) {
      response = await ask(await this.requireToken(token));
    }
    if (!response.ok) {
      throw await this.failure(response);
    }
    return response;
  }

  private async requireToken(refused?: string): Promise<string> {
    const token = await this.given(refused);
    if (!token || token === refused) {
      throw new SignedOut();
    }
    return token;
  }

  private async given(refused?: string): Promise<string | null | undefined> {
    try {
      return await this.token(refused);
    } catch (failure) {
      throw new SignedOut('The application gave no token.', { cause: failure });
    }
  }

  private async failure(response: Response): Promise<Error> {
    if (response.status === 401) {
      return new SignedOut();
    }
    const problem = await problemOf(response);
    if (!problem || problem.code === 'starting') {
      return new ServiceAway(`The service answered ${response.status}.`);
    }
    if (problem.code === 'forbidden') {
      return new AdminRoleMissing(problem.detail);
    }
    return new Refused(problem, await this.fix(problem.code));
  }

  /** The problem's page tells what to do; without it the detail has to do. */
  private async fix(code: string): Promise<string | null> {
    try {
      const page = await fetch(this.url(`problems/${code}`), { headers: { Accept: 'application/json' } });
      return page.ok ? ((await page.json()) as { fix: string }).fix : null;
    } catch {
      return null;
    }
  }

  private url(path: string): string {
    return new URL(path, this.base).href;
  }
}

async function answered(asked: Promise<Response>): Promise<Response> {
  try {
    return await asked;
  } catch (failure) {
    throw new ServiceAway('The service can’t be reached.', { cause: failure });
  }
}

async function json<T>(response: Response): Promise<T> {
  if (!response.ok) {
    throw new ServiceAway(`The service answered ${response.status}.`);
  }
  return (await response.json()) as T;
}

async function problemOf(response: Response): Promise<Problem | null> {
  const type = response.headers.get('Content-Type') ?? '';
  return type.startsWith('application/problem+json') ? ((await response.json()) as Problem) : null;
}
