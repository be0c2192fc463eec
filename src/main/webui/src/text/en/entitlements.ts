import { number } from '../number.js';

/** The features of Inspire, by the names that the service has for them. A vendor's further ones have that name alone. */
const features = [
  'Device group management',
  'Video wall configuration',
  'WebRTC screen sharing',
  'Renderer scaling',
  'Network configuration',
  'SAML/OIDC single sign-on',
  'Multi-factor authentication',
  'OpenTelemetry export',
  'Multiple tenant support',
  'Offline license activation',
];

export const entitlements = {
  heading: 'Entitlements',
  lead: 'Feature flags included with your license. They control access to gated features throughout Inspire.',
  caption: 'Entitlements and whether the license includes them',
  entitlement: 'Entitlement',
  feature: 'Feature',
  included: 'Included',
  yes: 'Yes',
  no: 'No',
  filter: 'Filter entitlements',
  count: (included: number, all: number) => `${number(included)} of ${number(all)} included`,
  shown: (count: number) => (count === 1 ? '1 entitlement shown' : `${number(count)} entitlements shown`),
  noneFound: 'No entitlement matches the filter.',
  features: Object.fromEntries(features.map((feature) => [feature, feature])) as Record<string, string>,
  missing: (offline: boolean) =>
    offline
      ? 'Something missing? Check that the table matches your plan, and activate a newer license file to refresh it.'
      : 'Something missing? Re-validate the license to refresh entitlements, and check that the table matches your plan.',
};
