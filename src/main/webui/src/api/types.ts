/** What the service answers, as its API description says. Times are texts in ISO 8601. */

export type Standing = 'licensed' | 'grace' | 'restricted' | 'unlicensed';

export type Reason =
  | 'server-unreachable'
  | 'license-expired'
  | 'license-suspended'
  | 'license-banned'
  | 'license-unknown'
  | 'refused-by-server'
  | 'seat-removed'
  | 'offline-not-entitled'
  | 'certificate-ended'
  | 'certificate-unverifiable'
  | 'not-activated';

export interface LicenseDetails {
  key: string;
  name: string | null;
  status: 'active' | 'expired' | 'suspended';
  validationMode: 'online' | 'offline';
  expiresAt: string | null;
  lastValidatedAt: string | null;
  certificateExpiresAt: string | null;
}

/** -1 is unlimited. */
export interface Limits {
  maxDisplays: number;
  maxAgiles: number;
  aiCreditsPerMonth: number;
}

export interface Entitlement {
  code: string;
  feature: string;
  granted: boolean;
}

export interface Coming {
  at: string;
  standing: Standing;
  reason: Reason;
  if: string;
}

export interface Revalidation {
  lastAttemptAt: string | null;
  outcome: string | null;
  nextAttemptAt: string | null;
}

export interface PendingRelease {
  machineId: string;
  licenseKey: string;
  since: string;
  attempts: number;
  /** Unknown is one that a newer version of the service has written, and alone knows what to do with. */
  state: 'queued' | 'blocked' | 'unknown';
  lastError: string | null;
}

/** Something to look at. */
export interface Note {
  /** Names its page under `problems/`. */
  code: string;
  detail: string;
  values: Record<string, string | number | boolean>;
}

/** The operation that is being done now, by anybody. */
export interface UnderWay {
  action: 'activate' | 'deactivate' | 'release';
  since: string;
  /** Null is the service itself. */
  by: string | null;
}

export interface LicenseAnswer {
  licensed: boolean;
  standing: Standing;
  reason: Reason | null;
  until: string | null;
  license: LicenseDetails | null;
  limits: Limits;
  entitlements: Entitlement[];
  forecast: Coming[];
  revalidation: Revalidation | null;
  installation: { fingerprint: string; trust: 'built-in' | 'configured'; pendingReleases: PendingRelease[] };
  underWay: UnderWay | null;
  problems: Note[];
  revision: number;
  release?: 'completed' | 'pending' | 'not-possible';
  releaseDetail?: string;
}

export interface ActivationRequest {
  method: 'online' | 'offline';
  licenseKey: string;
  licenseFile?: string;
  acceptOlder?: boolean;
}

/** What an activation is bound to: the preview that was shown, or else the revision that was. */
export type Binding = { previewed: string } | { expectedRevision: number };

/** What is asked for by this page and changes something. */
export type Action = 'activate' | 'revalidate' | 'deactivate' | 'dismiss';

export interface Asked {
  action: Action;
  /** What the request is called, also in the history. */
  request: string;
  /** By this browser's clock, in milliseconds. */
  since: number;
}

export interface Change<T> {
  before: T;
  after: T;
}

export interface NamedEntitlement {
  code: string;
  feature: string;
}

export interface PreviewAnswer {
  name: Change<string | null>;
  expiresAt: Change<string | null>;
  gained: NamedEntitlement[];
  lost: NamedEntitlement[];
  kept: NamedEntitlement[];
  limits: Change<Limits>;
  problems: Note[];
  digest: string;
}

export interface HistoryEntry {
  id: number;
  at: string;
  actor: string | null;
  action: string;
  outcome: 'succeeded' | 'refused' | 'failed';
  code: string | null;
  detail: string | null;
  licenseKey: string | null;
  standing: Standing | null;
  /** What the request was called that did it. */
  request: string | null;
}

export interface HistoryPage {
  entries: HistoryEntry[];
  next: number | null;
}

/** RFC 9457, with the stable code and, where it is about one, the request's field. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  field?: string;
  /** Names an unexpected error, also in the service's log. */
  instance?: string;
  /** What is in the way, and until when at most. */
  underWay?: UnderWay;
  until?: string;
  /** What the activation would change now. */
  preview?: PreviewAnswer;
  /** Which license has the seat that is in the way: `present-license`, where that is the license held now. */
  holder?: string;
}

/** What the page has to know before anybody has signed in. */
export interface PageSettings {
  oidc: { authority: string; clientId: string; scope: string } | null;
  sandbox: boolean;
  licensingServer: string;
  contact: Contacts;
}

export interface Contacts {
  support: string;
  sales: string;
}
