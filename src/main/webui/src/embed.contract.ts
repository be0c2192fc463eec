/** Compiled and never loaded: the declarations that are published with the element say what the element is. */
import type {
  InspireLicensingElement,
  LicensingChange,
  LicensingTab,
  TokenGetter,
} from '../public/licensing/inspire-licensing.js';
import type { InspireLicensing, Tab, TokenGetter as OwnGetter } from './inspire-licensing.js';
import type { LicensingChange as OwnChange } from './state/warnings.js';

type Equal<One, Other> = [One, Other] extends [Other, One] ? true : never;

/** What the declarations promise, as the element has it. */
type Promised = Pick<InspireLicensing, Exclude<keyof InspireLicensingElement, keyof HTMLElement>>;
type Published = Omit<InspireLicensingElement, keyof HTMLElement>;

export const contract: [
  Equal<Promised, Published>,
  Equal<Tab, LicensingTab>,
  Equal<OwnGetter, TokenGetter>,
  Equal<OwnChange, LicensingChange>,
] = [true, true, true, true];
