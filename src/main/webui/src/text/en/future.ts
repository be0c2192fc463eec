import type { Standing } from '../../api/types.js';

export const future = {
  heading: 'What happens next',
  nothing: 'No change is planned: the license stays as it is.',
  nothingRestricted: 'Features stay restricted until the license is valid again.',
  revalidation: 'Next re-validation',
  revalidationHint: 'By itself, in the background',
  changes: {
    licensed: 'Fully licensed',
    grace: 'Grace period begins',
    restricted: 'Features are restricted',
    unlicensed: 'Unlicensed',
  } satisfies Record<Standing, string>,
  reasons: {
    'server-unreachable': 'the licensing server has not answered',
    'license-expired': 'the license has expired',
    'certificate-ended': 'the certificate has ended',
  } as Record<string, string>,
  conditions: {
    'server stays unreachable': 'Only if the licensing server stays unreachable',
    'license is not renewed': 'Only if the license is not renewed',
    'certificate is not renewed': 'Only if the certificate is not renewed',
    'no newer license file is activated': 'Only if no newer license file is activated',
  } as Record<string, string>,
};
