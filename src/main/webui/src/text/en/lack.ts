import type { Lack, LackFacts } from '../../api/errors.js';
import { tryAgainIn } from './trouble.js';

/** What came in place of an answer. */
export const lack = {
  token: () =>
    'No access token could be fetched: the identity provider or the application that embeds this page does not answer.',
  offline: () => 'This browser has no network connection.',
  unreachable: () => 'The connection to the licensing service failed or was closed.',
  timeout: ({ waited }) => `The licensing service did not answer within ${waited} seconds.`,
  'broken-off': () => 'The connection was closed before the answer was complete.',
  gateway: ({ status }) => `A proxy got no answer from the licensing service (${status}).`,
  foreign: () => 'The answer is not from the licensing service. Check whether a proxy asks for a sign-in.',
  garbled: () => 'The answer is incomplete or damaged.',
  'no-code': ({ status, detail }) =>
    `The answer is an error in an unknown form (${status}).${detail ? ` ${detail}` : ''}`,
  forbidden: () => 'A proxy or firewall refused the request (403). Ask its administrator to let it pass.',
  'too-large': () => 'A proxy refused the request as too large (413). Ask its administrator to allow bodies of 4 MB.',
  'too-many': ({ seconds }) => `A proxy refused the request: too many requests (429). ${tryAgainIn(seconds)}`,
  unavailable: ({ seconds }) => `The licensing service is not available now (503). ${tryAgainIn(seconds)}`,
  unexpected: ({ status }) => `The answer has an unexpected status (${status}). Check the address of the service.`,
  page: () =>
    'This page could not read the answer because of an error of its own. Reload the page. If that does not help, report the messages in the browser’s console.',
} satisfies Record<Lack, (facts: LackFacts) => string>;
