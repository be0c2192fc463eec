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
  count: (included: number, all: number) => `${included} of ${all} included`,
  shown: (count: number) => (count === 1 ? '1 entitlement shown' : `${count} entitlements shown`),
  noneFound: 'No entitlement matches the filter.',
  missing: (offline: boolean) =>
    offline
      ? 'Something missing? Check that the table matches your plan, and activate a newer license file to refresh it.'
      : 'Something missing? Re-validate the license to refresh entitlements, and check that the table matches your plan.',
};
