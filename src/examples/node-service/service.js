// A service that offers a feature only where it is licensed, through OpenFeature.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { OpenFeature } from '@openfeature/server-sdk';
import { OFREPProvider } from '@openfeature/ofrep-provider';

const { LICENSING_URL = 'http://localhost:8080', LICENSING_TOKEN_FILE, PORT = '8091' } = process.env;

// Read for each question: somebody else keeps the token in the file fresh.
async function authorization() {
  return { Authorization: `Bearer ${(await readFile(LICENSING_TOKEN_FILE, 'utf8')).trim()}` };
}

await OpenFeature.setProviderAndWait(new OFREPProvider({ baseUrl: LICENSING_URL, headersFactory: authorization }));
const licensed = OpenFeature.getClient();
let displays = 0;

const actions = {
  'POST /video-walls': async () =>
    (await licensed.getBooleanValue('VIDEO_WALL_SYNC', false)) ? [201] : [403, 'Video walls are not licensed.'],

  // The limit governs adding; displays that are there stay, whatever the license says later.
  'POST /displays': async () => {
    const limit = await licensed.getNumberValue('MAX_DISPLAYS', 0);
    if (displays >= limit) return [403, `No more than ${limit} displays are licensed.`];
    displays += 1;
    return [201];
  },
};

const server = createServer(async (request, response) => {
  const action = actions[`${request.method} ${request.url}`];
  const [status, text = ''] = action ? await action() : [404, 'There is nothing here.'];
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
});
server.listen(Number(PORT), () => console.log(`Listening on ${server.address().port}`));
