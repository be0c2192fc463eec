import type { ActivationRequest } from '../api/types.js';
import type { Failure } from '../parts/failure.js';

/** Where on the form something is wrong. */
export type Place = 'licenseKey' | 'licenseFile' | 'form';

/** The field that a failed activation is about; the form when it is about none, or about one that is not shown. */
export function placeOf({ code, field }: Failure, method: ActivationRequest['method']): Place {
  const place = field === 'licenseKey' || field === 'licenseFile' ? field : byCode(code);
  return place === 'licenseFile' && method === 'online' ? 'form' : place;
}

function byCode(code: string): Place {
  if (code.startsWith('license-file-')) {
    return 'licenseFile';
  }
  switch (code) {
    case 'license-key-unknown':
    case 'license-expired':
    case 'license-suspended':
    case 'license-banned':
    case 'license-other-product':
    case 'license-not-allowed':
    case 'machine-limit-reached':
    case 'fingerprint-taken':
    case 'offline-not-entitled':
      return 'licenseKey';
    case 'offline-not-listed':
      return 'licenseFile';
    default:
      return 'form';
  }
}
