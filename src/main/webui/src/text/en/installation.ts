export const installation = {
  heading: 'This installation',
  fingerprint: 'Fingerprint',
  copyFingerprint: 'Copy the fingerprint',
  trust: 'Vendor keys',
  trusts: { 'built-in': 'Built in', configured: 'From the configuration' },
  agents: 'Agents in the server’s JVM',
};
