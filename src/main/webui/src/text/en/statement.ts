import { number } from '../number.js';

export const statement = {
  print: 'Print or save as PDF',
  heading: 'License statement',
  installation: 'Installation',
  plan: 'Plan',
  standing: 'Standing',
  created: 'Created',
  certificateUntil: 'Certificate until',
  none: 'No license is activated on this installation.',
  granted: (count: number) => `Entitlements (${number(count)})`,
  notInForce: 'This license is not in force now.',
  printed: (time: string) => `Printed on ${time}`,
  printedBy: (name: string, time: string) => `Printed by ${name} on ${time}`,
  service: (version: string) => `Licensing service ${version}`,
};
