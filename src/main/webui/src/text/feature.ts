import { text } from './text.js';

/** Inspire's features have a name in each language; a vendor's further ones have one alone. */
export function featureName(feature: string): string {
  return text.entitlements.features[feature] ?? feature;
}

/** Whether a browser should leave the name as it is. */
export function isForeign(feature: string): boolean {
  return !(feature in text.entitlements.features);
}
