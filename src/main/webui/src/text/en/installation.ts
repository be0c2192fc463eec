export const installation = {
  heading: 'This installation',
  fingerprint: 'Fingerprint',
  trust: 'Vendor keys',
  trusts: { 'built-in': 'Built in', configured: 'From the configuration' },
  agents: 'Agents in the server’s JVM',
};
