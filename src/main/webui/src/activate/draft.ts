import type { ActivationRequest } from '../api/types.js';

export type Method = ActivationRequest['method'];

/** What is typed into the form, and how it is to be activated. */
export interface Draft {
  readonly method: Method;
  readonly key: string;
  readonly file: string;
}

export const EMPTY: Draft = { method: 'online', key: '', file: '' };

/** An empty form would ask for what somebody else is doing; what is typed stays. */
export function isEmpty({ key, file }: Draft): boolean {
  return !key.trim() && !file.trim();
}

/** What is sent. A license file that was typed before another method was chosen is not. */
export function request({ method, key, file }: Draft): ActivationRequest {
  return method === 'online' ? { method, licenseKey: key } : { method, licenseKey: key, licenseFile: file };
}

/** What is left of the form once this is activated: what was typed since stays. */
export function without(draft: Draft, done: ActivationRequest): Draft {
  const isFileDone = draft.method === 'online' || (done.method === 'offline' && draft.file === done.licenseFile);
  return { ...draft, key: draft.key === done.licenseKey ? '' : draft.key, file: isFileDone ? '' : draft.file };
}
