import type { HistoryPage, LicenseAnswer, PageSettings, PreviewAnswer } from './types.js';

type Kind = 'boolean' | 'number' | 'string' | 'object' | 'array';

/** Members of an answer that the page needs. Where one is missing or of another kind, somebody else has answered. */
export type Shape<T> = { readonly [member in keyof T]?: Kind };

export const LICENSE: Shape<LicenseAnswer> = {
  licensed: 'boolean',
  standing: 'string',
  limits: 'object',
  entitlements: 'array',
  forecast: 'array',
  installation: 'object',
  problems: 'array',
  revision: 'number',
};

export const PREVIEW: Shape<PreviewAnswer> = {
  name: 'object',
  expiresAt: 'object',
  gained: 'array',
  lost: 'array',
  kept: 'array',
  limits: 'object',
  problems: 'array',
  digest: 'string',
};

export const HISTORY: Shape<HistoryPage> = { entries: 'array' };

export const SETTINGS: Shape<PageSettings> = { sandbox: 'boolean', licensingServer: 'string', contact: 'object' };

export function fits<T>(value: unknown, shape: Shape<T>): value is T {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(shape).every(([member, kind]) => kindOf((value as Record<string, unknown>)[member]) === kind)
  );
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
