import type { Messages } from '../en.js';

export const installation: Messages['installation'] = {
  heading: 'Diese Installation',
  fingerprint: 'Fingerabdruck',
  trust: 'Schlüssel des Herstellers',
  trusts: { 'built-in': 'Eingebaut', configured: 'Aus der Konfiguration' },
  agents: 'Agenten in der JVM des Servers',
};
