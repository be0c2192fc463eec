// A service that offers a feature only where it is licensed, and does not need the licensing service to be up for that.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { Displays } from './displays.js';
import { Licensing } from './licensing.js';

const {
  LICENSING_URL = 'http://localhost:8080',
  LICENSING_TOKEN_FILE,
  INSTALLATION,
  SNAPSHOT_FILE = './snapshot.json',
  REFRESH_SECONDS = '60',
  PORT = '8092',
} = process.env;

const licensing = new Licensing({
  url: LICENSING_URL,
  installation: INSTALLATION,
  token: async () => (await readFile(LICENSING_TOKEN_FILE, 'utf8')).trim(),
  file: SNAPSHOT_FILE,
});

async function attempt(what, action) {
  try {
    await action();
  } catch (failure) {
    console.warn(`${what}: ${failure.message}`);
  }
}

const refresh = () => attempt('No newer snapshot', () => licensing.refresh());
await attempt('No snapshot from before', () => licensing.restore());
await refresh();
setInterval(refresh, Number(REFRESH_SECONDS) * 1000);

const displays = new Displays();

const actions = {
  'POST /video-walls': () => (licensing.grants('VIDEO_WALL_SYNC') ? [201] : [403, 'Video walls are not licensed.']),

  // The limit governs adding; displays that are there stay, whatever the license says later.
  'POST /displays': () => {
    const limit = licensing.limit('maxDisplays');
    return displays.addUpTo(limit === -1 ? Infinity : limit)
      ? [201]
      : [403, `No more than ${limit} displays are licensed.`];
  },
};

const server = createServer((request, response) => {
  const action = actions[`${request.method} ${request.url}`];
  const [status, text = ''] = action ? action() : [404, 'There is nothing here.'];
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(text);
});
server.listen(Number(PORT), () => console.log(`Listening on ${server.address().port}`));
