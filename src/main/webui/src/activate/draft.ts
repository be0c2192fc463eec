import type { ActivationRequest } from '../api/types.js';

export type Method = ActivationRequest['method'];

/** What is typed into the form, and how it is to be activated. */
export interface Draft {
  readonly method: Method;
  readonly key: string;
  readonly file: string;
}

export const EMPTY: Draft = { method: 'online', key: '', file: '' };

/** Whether the form shows nothing typed. A license file is not shown, and not sent, where the method is online. */
export function isEmpty({ method, key, file }: Draft): boolean {
  return !key.trim() && (method === 'online' || !file.trim());
}

/** What is sent of it. */
export function request({ method, key, file }: Draft): ActivationRequest {
  return method === 'online' ? { method, licenseKey: key } : { method, licenseKey: key, licenseFile: file };
}

/** Whether this was sent of it. */
export function isOf(draft: Draft, sent: ActivationRequest): boolean {
  return JSON.stringify(request(draft)) === JSON.stringify(sent);
}

/** What is left of it once something is activated: what was typed since and what was not sent stay. */
export function without(draft: Draft, done: ActivationRequest): Draft {
  return {
    ...draft,
    key: draft.key === done.licenseKey ? '' : draft.key,
    file: done.method === 'offline' && draft.file === done.licenseFile ? '' : draft.file,
  };
}
