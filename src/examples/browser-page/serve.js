// Serves the page's files. A real page has a server already.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

const TYPES = { html: 'text/html', js: 'text/javascript' };

const server = createServer(async ({ url }, response) => {
  const file = url === '/' ? '/index.html' : new URL(url, 'http://localhost').pathname;
  try {
    const content = await readFile(new URL(`.${file}`, import.meta.url));
    response.writeHead(200, { 'Content-Type': TYPES[file.split('.').pop()] ?? 'application/octet-stream' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
const { PORT = '8093' } = process.env;
server.listen(Number(PORT), 'localhost', () => console.log(`Listening on ${server.address().port}`));
