// Evaluates flags through the official providers: at once, and again when the one for browsers has seen a change. Each time it
// writes what both of them say as one line of JSON. OFREP_ADDRESS and OFREP_TOKEN say where, and as whom.
import { OFREPProvider } from '@openfeature/ofrep-provider';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { OpenFeature as Server } from '@openfeature/server-sdk';
import { OpenFeature as Web, ProviderEvents } from '@openfeature/web-sdk';
import { EventSource } from 'eventsource';

// What browsers have and Node.js has not.
globalThis.EventSource = EventSource;

const options = {
  baseUrl: process.env.OFREP_ADDRESS,
  headers: [['Authorization', `Bearer ${process.env.OFREP_TOKEN}`]],
};

async function evaluate(client) {
  return {
    feature: await client.getBooleanDetails('SSO_SAML', false),
    licensed: await client.getBooleanValue('LICENSED', false),
    displays: await client.getNumberValue('MAX_DISPLAYS', -7),
    agiles: await client.getNumberDetails('MAX_AGILES', -7),
    unknown: await client.getBooleanDetails('NO_SUCH_FLAG', true),
  };
}

async function tell(changed) {
  console.log(JSON.stringify({ changed, server: await evaluate(server), web: await evaluate(web) }));
}

await Server.setProviderAndWait(new OFREPProvider(options));
await Web.setProviderAndWait(new OFREPWebProvider({ ...options, cacheMode: 'disabled' }));
const server = Server.getClient();
const web = Web.getClient();

web.addHandler(ProviderEvents.ConfigurationChanged, async ({ flagsChanged }) => {
  if (flagsChanged?.length) {
    await tell(flagsChanged);
    process.exit(0);
  }
});
await tell([]);
