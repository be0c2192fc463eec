// The story of a license, by a client that openapi-typescript has typed.
import createClient from 'openapi-fetch';
import type { components, paths } from './types.js';

declare const process: { env: Record<string, string | undefined> };

const { LICENSING_URL: baseUrl = '', TOKEN } = process.env;
const { GET, POST } = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${TOKEN}` } });

const body: components['schemas']['ActivationRequest'] = { method: 'online', licenseKey: 'DEMO-ENTERPRISE' };

function the<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) {
    throw new Error(JSON.stringify(answer.error));
  }
  return answer.data;
}

const preview = the(await POST('/license/preview', { body }));
console.log(`preview: ${preview.name.before} to ${preview.name.after}, ends ${preview.expiresAt.before} to ${preview.expiresAt.after}`);

const activated = the(await POST('/license/activate', { body: { ...body, previewed: preview.digest } }));
console.log(`activate: ${activated.standing}, release ${activated.release}`);

const status = the(await GET('/license'));
console.log(`status: ${status.license?.name}, ${status.license?.validationMode}, ends ${status.license?.expiresAt}`);

const { entitlements, limits } = the(await GET('/entitlements'));
console.log(`entitlements: ${entitlements.filter((one) => one.granted).length}, ${limits.maxDisplays} displays`);

const deactivated = the(await POST('/license/deactivate'));
console.log(`deactivate: ${deactivated.standing}, license ${deactivated.license}, release ${deactivated.release}`);

const refused = await POST('/license/revalidate');
console.log(`revalidate: ${refused.error?.status} ${refused.error?.code}`);
console.log('the end');
