// A page that offers a feature only where it is licensed, through OpenFeature, and follows changes as they come.
import { OpenFeature, ProviderEvents } from '@openfeature/web-sdk';
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';

const UNLIMITED = 2147483647;

// Your page has its own way to the access token of whoever is logged in.
const token = () => sessionStorage.getItem('access_token') ?? '';

/** Milliseconds that an answer may take. */
const LONGEST = 5_000;

const options = {
  baseUrl: document.querySelector('meta[name=licensing]').content,
  headersFactory: () => [['Authorization', `Bearer ${token()}`]],
  // What is licensed can change while nobody looks, so the page asks when it is opened instead of remembering.
  cacheMode: 'disabled',
  fetchImplementation: (request) => fetch(request, { signal: AbortSignal.timeout(LONGEST) }),
};

const licensed = OpenFeature.getClient();

function show() {
  const walls = licensed.getBooleanValue('VIDEO_WALL_SYNC', false);
  const displays = licensed.getNumberValue('MAX_DISPLAYS', 0);
  document.querySelector('#walls').hidden = !walls;
  document.querySelector('#upgrade').hidden = walls;
  document.querySelector('#displays').value = displays === UNLIMITED ? 'any number of' : displays;
}

const say = (text) => (document.querySelector('#state').textContent = text);

licensed.addHandler(ProviderEvents.Ready, show);
licensed.addHandler(ProviderEvents.ConfigurationChanged, show);

// The provider gives up for good when its first question is refused, so a new one is set until one is ready.
async function connect(pause = 1_000) {
  try {
    await OpenFeature.setProviderAndWait(new OFREPWebProvider(options));
    say('');
  } catch {
    say(token() ? 'The licensing service gives no answer. Asking again …' : 'There is no access token yet.');
    setTimeout(connect, pause, Math.min(2 * pause, 10_000));
  }
}

// Until there is an answer, the page shows what the defaults allow.
show();
await connect();
