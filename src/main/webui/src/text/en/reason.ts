import type { Facts } from '../facts.js';

const graceUntil = (until: string | null) => (until ? ` Everything keeps working until ${until}.` : '');

export const reason = {
  'server-unreachable': {
    title: 'The licensing server does not answer',
    text: (f: Facts) =>
      `It has not answered since ${f.lastValidated ?? 'the activation'}.${graceUntil(f.until)} Check that this server can reach ${f.licensingServer}, then re-validate.`,
  },
  'license-expired': {
    title: 'The license has expired',
    text: (f: Facts) =>
      `${f.expiry ? `It expired on ${f.expiry}.` : 'It has expired.'}${graceUntil(f.until)} Contact ${f.contact.sales} for renewal, then ${f.offline ? `activate the new license file that ${f.contact.support} sends you` : 're-validate the license'}.`,
  },
  'license-suspended': {
    title: 'The license is suspended',
    text: (f: Facts) =>
      `The vendor has suspended it. Contact ${f.contact.sales}, then ${f.offline ? 'activate a new license file' : 're-validate the license'}.`,
  },
  'license-banned': {
    title: 'The owner of the license is banned',
    text: (f: Facts) =>
      `The vendor has banned the owner of this license. Contact ${f.contact.sales}, then ${f.offline ? 'activate a new license file' : 're-validate the license'}.`,
  },
  'license-unknown': {
    title: 'The license key is not known any more',
    text: (f: Facts) =>
      `The licensing server does not know this key now. Activate another license, or contact ${f.contact.sales}.`,
  },
  'refused-by-server': {
    title: 'The licensing server refuses the license',
    text: (f: Facts) =>
      `The notes below name the server’s code. Contact ${f.contact.support} with it, then re-validate the license.`,
  },
  'seat-removed': {
    title: 'This installation’s seat was removed',
    text: (f: Facts) =>
      `The licensing server no longer has the activation of this installation. Activate again to take a seat, or contact ${f.contact.support} if you did not expect this.`,
  },
  'offline-not-entitled': {
    title: 'The license does not include offline licensing',
    text: (f: Facts) =>
      `Offline licenses need the OFFLINE_LICENSING entitlement. Activate the license online, or contact ${f.contact.sales}.`,
  },
  'certificate-ended': {
    title: 'The certificate has ended',
    text: (f: Facts) =>
      f.offline
        ? `${f.certificateEnd ? `The license file was valid until ${f.certificateEnd}.` : 'The license file is no longer valid.'} Ask ${f.contact.support} for a new one and activate it.`
        : `The licensing server has not answered since ${f.lastValidated ?? 'the activation'}, and the last certificate has ended. Check that this server can reach ${f.licensingServer}, then re-validate, or use offline activation.`,
  },
  'certificate-unverifiable': {
    title: 'The stored license can’t be verified',
    text: (f: Facts) =>
      `The notes below say why. Activate the license again. If that is refused, contact ${f.contact.support}.`,
  },
  'not-activated': {
    title: 'No license is activated',
    text: (_: Facts) => 'Activate a license to use Inspire.',
  },
} as Record<string, { title: string; text: (facts: Facts) => string }>;
