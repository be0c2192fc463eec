import { expect, test } from 'vitest';
import type { Failure } from '../parts/failure.js';
import { placeOf } from './place.js';

test.each([
  ['license-expired', null, 'online', 'licenseKey'],
  ['license-file-older', null, 'offline', 'licenseFile'],
  ['offline-not-listed', null, 'offline', 'licenseFile'],
  ['store-unavailable', null, 'offline', 'form'],
  // The field that the service names comes first.
  ['invalid-request', 'licenseFile', 'offline', 'licenseFile'],
  // A field that is not shown can't show anything.
  ['invalid-request', 'licenseFile', 'online', 'form'],
  // A later service may name a field that this page has not.
  ['invalid-request', 'couponCode', 'online', 'form'],
] as const)('%s about %s, %s: at the %s', (code, field, method, place) => {
  expect(placeOf({ code, field } as Failure, method)).toBe(place);
});
