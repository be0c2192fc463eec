// The story of a license, by the client that openapi-generator makes.
import { Configuration, EntitlementsApi, LicenseApi, ProblemFromJSON, ResponseError, type ActivationRequest } from './client/index.js';

declare const process: { env: Record<string, string | undefined> };

const { LICENSING_URL: basePath = '', TOKEN: accessToken = '' } = process.env;
const configuration = new Configuration({ basePath, accessToken });
const license = new LicenseApi(configuration);
const moment = (date: Date | null | undefined) => date?.toISOString() ?? date;

const online = { method: 'online', licenseKey: 'DEMO-ENTERPRISE' } as const;
const activationRequest: ActivationRequest = online;

const preview = await license.preview({ activationRequest });
console.log(
  `preview: ${preview.name.before} to ${preview.name.after}, ends ${moment(preview.expiresAt.before)} to ${moment(preview.expiresAt.after)}`,
);

const activated = await license.activate({ activationRequest: { ...online, previewed: preview.digest } });
console.log(`activate: ${activated.standing}, release ${activated.release}`);

const status = await license.status();
console.log(`status: ${status.license?.name}, ${status.license?.validationMode}, ends ${moment(status.license?.expiresAt)}`);

const { entitlements, limits } = await new EntitlementsApi(configuration).entitlements();
console.log(`entitlements: ${entitlements.filter((one) => one.granted).length}, ${limits.maxDisplays} displays`);

const deactivated = await license.deactivate();
console.log(`deactivate: ${deactivated.standing}, license ${deactivated.license}, release ${deactivated.release}`);

try {
  await license.revalidate();
} catch (failure) {
  if (!(failure instanceof ResponseError)) {
    throw failure;
  }
  const problem = ProblemFromJSON(await failure.response.json());
  console.log(`revalidate: ${problem.status} ${problem.code}`);
}
console.log('the end');
