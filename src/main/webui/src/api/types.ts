/** What the service answers, by the names that this page uses for it, and what the page adds. Times are texts in ISO 8601. */
import type { components } from './schema.js';

type Schemas = components['schemas'];

/** During an update the page may still meet a service of the version before, which has none of the added members. */
export type LicenseAnswer = Omit<Schemas['LicenseAnswer'], 'license' | 'installation' | keyof Added> &
  Partial<Added> & { license: LicenseDetails | null; installation: Installation };
export type LicenseDetails = Omit<Schemas['Details'], keyof AddedDetails> & Partial<AddedDetails>;
export type Installation = Omit<Schemas['Installation'], keyof AddedInstallation> & Partial<AddedInstallation>;
export type Standing = LicenseAnswer['standing'];
/** -1 is unlimited. */
export type Limits = Schemas['Limits'];
export type Entitlement = Schemas['Entitlement'];
export type Coming = Schemas['Coming'];
export type Revalidation = Schemas['Revalidations'];
export type PendingRelease = Schemas['PendingRelease'];
/** Something to look at. Its code names its page under `problems/`. */
export type Note = Schemas['ProblemAnswer'];
/** The operation that is being done now, by anybody. */
export type UnderWay = Schemas['UnderWayAnswer'];
export type ActivationRequest = Schemas['ActivationRequest'];
export type PreviewAnswer = Schemas['PreviewAnswer'];
export type NamedEntitlement = Schemas['Named'];
export type HistoryPage = Omit<Schemas['HistoryAnswer'], 'entries'> & { entries: HistoryEntry[] };
export type HistoryEntry = Omit<Schemas['Entry'], 'values'> & { values?: Record<string, unknown> };
/** Which entries of the history to read. */
export interface HistoryQuery {
  /** How many at most: 1 to 200. */
  limit?: number;
  /** The `next` of the page before. */
  before?: number;
  actions?: readonly string[];
  outcome?: string;
  /** In ISO 8601. */
  since?: string;
  /** In ISO 8601, exclusive. */
  until?: string;
}
export type Problem = Omit<Schemas['Problem'], 'values'> & { values?: Record<string, string | number | boolean> };
/** Who has the seats of a license that has no seat left. */
export type Seats = NonNullable<Problem['seats']>;

/** What the license grants, although it does not count now. */
export interface AsSigned {
  limits: Limits;
  entitlements: Entitlement[];
}

interface Added {
  now: string;
  asSigned: AsSigned | null;
  reader: string;
}

interface AddedDetails {
  createdAt: string | null;
  certificateIssuedAt: string | null;
}

interface AddedInstallation {
  version: string;
  /** The number of the newest entry of the history. */
  trail: number;
}

/** A value now, and as it would be. */
export interface Change<T> {
  before: T;
  after: T;
}

/** What an activation is bound to: the preview that was shown, or else the revision that was. */
export type Binding = { previewed: string } | { expectedRevision: number };

/** What is asked for by this page and changes something. */
export type Action = 'activate' | 'revalidate' | 'deactivate' | 'retry' | 'dismiss' | 'confirm';

export interface Asked {
  action: Action;
  /** What the request is called, also in the history. */
  request: string;
  /** By this browser's clock, in milliseconds. */
  since: number;
}

/** What the page has to know before anybody has signed in. */
export interface PageSettings {
  oidc: { authority: string; clientId: string; scope: string } | null;
  sandbox: boolean;
  licensingServer: string;
  contact: Contacts;
  /** Where to read on when something does not work, relative to the service. */
  troubleshooting?: string;
  /** Where the documentation is; null where there is none. */
  documentation?: string | null;
}

export interface Contacts {
  support: string;
  sales: string;
  /** Who gives the Admin role; null where nobody is named. */
  administrators?: string | null;
}
