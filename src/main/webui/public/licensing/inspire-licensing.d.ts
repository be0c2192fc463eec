// The types of <inspire-licensing> for those who embed it in TypeScript: copy this file beside your sources.

/** The tabs of the page. */
export type LicensingTab = 'status' | 'activate';

/**
 * Gives the access token to send, or nothing when nobody is signed in. It fails when there is somebody whose token can't be
 * fetched now: then it is asked again. Called with the token that the service has just refused, it gives another one.
 */
export type TokenGetter = (refused?: string) => string | null | undefined | Promise<string | null | undefined>;

/**
 * What a banner of the application may say: what the license is now, and the worst thing about it, also where a reader has put
 * that aside in the page. It is told again when one of the members has changed: `until` of a license that is well moves with
 * each answer of the licensing server.
 */
export interface LicensingChange {
  standing: 'licensed' | 'grace' | 'restricted' | 'unlicensed';
  /** When the worst thing comes about, or else the next change of standing, in ISO 8601; null for never. */
  until: string | null;
  /**
   * The reason for the standing where that is the worst thing, else the code of the worst thing: in grace, `license-ends` where
   * the license itself ends before the grace does. Null where all is well.
   */
  reason: string | null;
  /** The whole days that are left until then, rounded down; null where nothing is to come. */
  days: number | null;
}

/** The Licensing page as an element. */
export interface InspireLicensingElement extends HTMLElement {
  /** Where the licensing service is, relative to the document; the document's own folder when empty. */
  api: string;
  tab: LicensingTab;
  /** Nothing is asked for before it is set. */
  getToken: TokenGetter | null;
  /** Lets the reader sign in again; without it there is only "Try again". */
  signIn: (() => unknown) | null;
  /** Whether an operation is under way whose answer is lost when the page is left. */
  readonly busy: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'inspire-licensing': InspireLicensingElement;
  }

  interface HTMLElementEventMap {
    /** Another tab is shown. */
    'inspire-licensing-tab': CustomEvent<LicensingTab>;
    /** The license is read for the first time, or something about it has changed. */
    'inspire-licensing-change': CustomEvent<LicensingChange>;
  }
}
