// A service that offers a feature only where it is licensed, through OpenFeature.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { Displays } from './displays.js';

const { LICENSING_URL = 'http://localhost:8080', LICENSING_TOKEN_FILE, PORT = '8091' } = process.env;

/** Milliseconds after which the default counts. By itself the provider waits for minutes, and whoever asks this service with it. */
const LONGEST = 2_000;

// Read for each question: somebody else keeps the token in the file fresh.
async function authorization() {
  return { Authorization: `Bearer ${(await readFile(LICENSING_TOKEN_FILE, 'utf8')).trim()}` };
}

const provider = new OFREPProvider({
  baseUrl: LICENSING_URL,
  headersFactory: authorization,
  fetchImplementation: (request) => fetch(request, { signal: AbortSignal.timeout(LONGEST) }),
});

await OpenFeature.setProviderAndWait(provider);
const licensed = OpenFeature.getClient();
const displays = new Displays();

const actions = {
  'POST /video-walls': async () =>
    (await licensed.getBooleanValue('VIDEO_WALL_SYNC', false)) ? [201] : [403, 'Video walls are not licensed.'],

  // The limit governs adding; displays that are there stay, whatever the license says later.
  'POST /displays': async () => {
    const limit = await licensed.getNumberValue('MAX_DISPLAYS', 0);
    return displays.addUpTo(limit) ? [201] : [403, `No more than ${limit} displays are licensed.`];
  },
};

const server = createServer(async (request, response) => {
  const action = actions[`${request.method} ${request.url}`];
  const [status, text = ''] = action ? await action() : [404, 'There is nothing here.'];
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
});
server.listen(Number(PORT), () => console.log(`Listening on ${server.address().port}`));
