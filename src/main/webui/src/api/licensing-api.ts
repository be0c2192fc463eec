import { Channel, type Question, type TokenGetter } from './channel.js';
import { AdminRoleMissing, InDoubt, Occupied, Refused, doubtOf, known } from './errors.js';
import { failure, read, request, within } from './exchange.js';
import { Memory } from './memory.js';
import { HISTORY, LICENSE, PREVIEW, SETTINGS, type Shape } from './shapes.js';
import type {
  Action,
  ActivationRequest,
  Asked,
  Binding,
  HistoryEntry,
  HistoryPage,
  HistoryQuery,
  LicenseAnswer,
  PageSettings,
  PreviewAnswer,
} from './types.js';

/** How long an answer may take that waits for the licensing server. The service itself needs 20 seconds at most. */
const OPERATION = 30_000;
const OTHER = 15_000;
/** For what is shown beside a failure, which waits for it. */
const HELP = 3_000;

/** The licensing service as this page uses it. Whatever does not succeed is one of the errors of `errors.ts`. */
export class LicensingApi {
  private readonly channel: Channel;
  private readonly memory: Memory;
  private asked: Asked | null = null;
  private ends = 0;

  /**
   * @param base where the service is: an address that all paths are appended to; relative to the document
   * @param moved called when an operation begins and when it ends
   */
  constructor(
    base: string,
    token: TokenGetter,
    private readonly moved: () => void = () => {},
  ) {
    this.channel = new Channel(base, token);
    this.memory = new Memory(this.channel.url(''));
  }

  /** What is being changed now, so that what is read meanwhile may already be old. */
  get running(): Asked | null {
    return this.asked;
  }

  /** How many operations have ended, each of which may be in the history: also a refused one is. */
  get ended(): number {
    return this.ends;
  }

  /** The operation whose answer did not come, before or after the page was loaded. */
  get unanswered(): Asked | null {
    return this.asked ? null : this.memory.operation;
  }

  /** It is known what became of an operation. */
  settle(operation: Asked): void {
    this.memory.forget(operation);
  }

  async settings(): Promise<PageSettings> {
    return within(OTHER, async (signal) =>
      read<PageSettings>(await request(this.channel.url('licensing/config.json'), { signal }), SETTINGS, signal),
    );
  }

  async license(): Promise<LicenseAnswer> {
    return this.ask<LicenseAnswer>({ method: 'GET', path: 'license' }, LICENSE);
  }

  async preview(body: ActivationRequest): Promise<PreviewAnswer> {
    return this.ask<PreviewAnswer>({ method: 'POST', path: 'license/preview', body }, PREVIEW, OPERATION);
  }

  async activate(body: ActivationRequest & Binding): Promise<LicenseAnswer> {
    return this.change('activate', 'license/activate', body);
  }

  async revalidate(): Promise<LicenseAnswer> {
    return this.change('revalidate', 'license/revalidate');
  }

  async deactivate(): Promise<LicenseAnswer> {
    return this.change('deactivate', 'license/deactivate');
  }

  async retryRelease(machineId: string): Promise<LicenseAnswer> {
    return this.change('retry', `license/releases/${encodeURIComponent(machineId)}/retry`);
  }

  async dismissRelease(machineId: string): Promise<LicenseAnswer> {
    return this.change('dismiss', `license/releases/${encodeURIComponent(machineId)}/dismiss`);
  }

  async confirmRollback(): Promise<LicenseAnswer> {
    return this.change('confirm', 'license/rollback/confirm');
  }

  /** Entries of the history, newest first. */
  async history({ limit = 10, before, actions = [], outcome, since, until }: HistoryQuery = {}): Promise<HistoryPage> {
    const wanted: [string, string | number | undefined][] = [
      ['limit', limit],
      ...actions.map((action): [string, string] => ['action', action]),
      ['outcome', outcome],
      ['since', since],
      ['until', until],
      ['before', before],
    ];
    const parameters = wanted.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
    return this.page(new URLSearchParams(parameters).toString());
  }

  /** What the history says about an operation, newest first; null when it may know the operation by another name. */
  async recorded({ request: name }: Asked): Promise<HistoryEntry[] | null> {
    const { entries } = await this.page(`request=${name}`, newName());
    const found = entries.filter((entry) => entry.request === name);
    return found.length > 0 || this.channel.keepsNames ? found : null;
  }

  /** The open stream of changes. */
  async stream(signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const response = await this.channel.send(
      { method: 'GET', path: 'entitlements/stream', accept: 'text/event-stream' },
      signal,
    );
    if (!response.ok || !response.body) {
      throw await failure(response, signal);
    }
    return response.body;
  }

  /** An address that the configuration names: relative to the service, or anywhere. */
  address(reference: string): string {
    return this.channel.url(reference);
  }

  /** The page about an error, or about something to look at. */
  problemPage(code: string): string {
    return this.channel.url(`problems/${encodeURIComponent(code)}`);
  }

  private page(query: string, name?: string): Promise<HistoryPage> {
    return this.ask<HistoryPage>({ method: 'GET', path: `license/history?${query}`, name }, HISTORY);
  }

  private async change(action: Action, path: string, body?: object): Promise<LicenseAnswer> {
    if (this.asked) {
      throw new Occupied();
    }
    const operation = { action, request: newName(), since: Date.now() };
    this.memory.keep(operation);
    this.begin(operation);
    try {
      const answer = await this.ask<LicenseAnswer>(
        { method: 'POST', path, body, name: operation.request },
        LICENSE,
        OPERATION,
      );
      this.memory.forget(operation);
      return answer;
    } catch (error) {
      const doubt = doubtOf(error);
      if (doubt) {
        throw new InDoubt(operation, doubt);
      }
      this.memory.forget(operation);
      throw error;
    } finally {
      this.ends++;
      this.begin(null);
    }
  }

  private begin(operation: Asked | null): void {
    this.asked = operation;
    this.moved();
  }

  private async ask<T>(question: Question, shape: Shape<T>, patience = OTHER): Promise<T> {
    try {
      return await within(patience, async (signal) =>
        read<T>(await this.channel.send(question, signal), shape, signal),
      );
    } catch (error) {
      throw error instanceof Refused ? await this.explained(error) : known(error);
    }
  }

  private async explained(refused: Refused): Promise<Error> {
    const { problem, seconds } = refused;
    return problem.code === 'forbidden'
      ? new AdminRoleMissing(problem.detail)
      : new Refused(problem, seconds, await this.fix(problem.code), this.problemPage(problem.code));
  }

  /** The problem's page tells what to do; without it the detail has to do. */
  private async fix(code: string): Promise<string | null> {
    try {
      return await within(HELP, async (signal) => {
        const asked = { headers: { Accept: 'application/json' }, cache: 'default' as const, signal };
        return (await read<{ fix: string }>(await request(this.problemPage(code), asked), { fix: 'string' }, signal))
          .fix;
      });
    } catch {
      return null;
    }
  }
}

/** A random name. `crypto.randomUUID` is missing where a page comes by plain HTTP. */
function newName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
