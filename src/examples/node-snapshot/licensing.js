// What is licensed, by the signed snapshot: it decides by itself, also while the licensing service is down.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createLocalJWKSet, jwtVerify } from 'jose';

/** Milliseconds that an answer may take. `fetch` by itself waits for minutes, and this service would not start meanwhile. */
const LONGEST = 2_000;

export class Licensing {
  #url;
  #installation;
  #token;
  #file;
  #kept = null;
  #claims = null;

  /**
   * @param url where the licensing service is
   * @param installation the id of this installation, from `GET /license`: whatever speaks for another one is refused
   * @param token gives an access token
   * @param file where the last good snapshot is kept, so that this service can start while the other one is down
   */
  constructor({ url, installation, token, file }) {
    this.#url = url;
    this.#installation = installation;
    this.#token = token;
    this.#file = file;
  }

  /** Whether a feature is licensed now. Without a snapshot that counts nothing is. */
  grants(code) {
    return this.#current()?.entitlements.some((known) => known.code === code && known.granted) ?? false;
  }

  /** A limit, to be compared before something is added; -1 is unlimited. */
  limit(name) {
    return this.#current()?.limits[name] ?? 0;
  }

  /** Takes up the snapshot that was kept before a restart. */
  async restore() {
    const kept = JSON.parse(await readFile(this.#file, 'utf8'));
    this.#claims = await this.#verify(kept.snapshot, kept.keys);
    this.#kept = kept;
  }

  /** Asks for a newer snapshot. When that fails, the present one counts until it is over. */
  async refresh() {
    const headers = { Authorization: `Bearer ${await this.#token()}` };
    if (this.#kept) headers['If-None-Match'] = this.#kept.etag;
    const answer = await this.#ask('/entitlements/token', headers);
    if (answer.status === 304) return;
    if (!answer.ok) throw new Error(`The licensing service answers ${answer.status}.`);
    const [snapshot, keys] = [await answer.text(), await this.#keys()];
    this.#claims = await this.#verify(snapshot, keys);
    this.#kept = { snapshot, etag: answer.headers.get('ETag'), keys };
    await this.#keep();
  }

  #ask(path, headers = {}) {
    return fetch(`${this.#url}${path}`, { headers, signal: AbortSignal.timeout(LONGEST) });
  }

  #current() {
    return this.#claims !== null && Date.now() < this.#claims.exp * 1000 ? this.#claims : null;
  }

  async #verify(snapshot, keys) {
    const { payload } = await jwtVerify(snapshot, createLocalJWKSet(keys), {
      algorithms: ['ES256'],
      typ: 'licensing-snapshot+jwt',
      issuer: `urn:uuid:${this.#installation}`,
      audience: 'inspire',
      requiredClaims: ['exp'],
    });
    return payload;
  }

  // A new snapshot comes seldom enough to fetch the keys with each.
  async #keys() {
    const answer = await this.#ask('/.well-known/jwks.json');
    if (!answer.ok) throw new Error(`The keys can't be had: ${answer.status}.`);
    return answer.json();
  }

  // Written beside and then renamed, so that a crash leaves the old file or the new one.
  async #keep() {
    await writeFile(`${this.#file}.new`, JSON.stringify(this.#kept), { mode: 0o600 });
    await rename(`${this.#file}.new`, this.#file);
  }
}
