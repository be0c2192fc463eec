// Begins while the service refuses. Writes what both providers say then, what they say once the one for servers is answered,
// and what the one for browsers says after it was set again, each as one line of JSON.
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature as Server } from '@openfeature/server-sdk';
import { OpenFeature as Web } from '@openfeature/web-sdk';
import { EventSource } from 'eventsource';

globalThis.EventSource = EventSource;

const options = {
  baseUrl: process.env.OFREP_ADDRESS,
  headers: [['Authorization', `Bearer ${process.env.OFREP_TOKEN}`]],
};
// It gives up although it is told to ask again and again.
const forBrowsers = () =>
  new OFREPWebProvider({ ...options, cacheMode: 'disabled', changeDetection: 'polling', pollInterval: 20 });
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

await Server.setProviderAndWait(new OFREPProvider(options));
const initialized = await Web.setProviderAndWait(forBrowsers()).then(
  () => true,
  () => false,
);
const server = Server.getClient();
const web = Web.getClient();

async function tell() {
  console.log(
    JSON.stringify({
      initialized,
      server: await server.getBooleanDetails('SSO_SAML', false),
      web: web.getBooleanDetails('SSO_SAML', false),
    }),
  );
}

await tell();
while ((await server.getBooleanDetails('SSO_SAML', false)).errorCode) {
  await pause(50);
}
// Ten times as long as a poll.
await pause(200);
await tell();
await Web.setProviderAndWait(forBrowsers());
await tell();
// Whoever reads this ends it: what a process has written can be lost when it ends first.
setInterval(() => {}, 60_000);
