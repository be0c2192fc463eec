import type { Messages } from '../en.js';
import { number } from './number.js';

export const statement: Messages['statement'] = {
  print: 'Drucken oder als PDF speichern',
  heading: 'Lizenznachweis',
  installation: 'Installation',
  plan: 'Tarif',
  standing: 'Stand',
  created: 'Ausgestellt',
  certificateUntil: 'Zertifikat gültig bis',
  none: 'Auf dieser Installation ist keine Lizenz aktiviert.',
  granted: (count) => `Freischaltungen (${number(count)})`,
  notInForce: 'Diese Lizenz ist zurzeit nicht in Kraft.',
  printed: (time) => `Gedruckt am ${time}`,
  printedBy: (name, time) => `Gedruckt von ${name} am ${time}`,
  service: (version) => `Lizenzdienst ${version}`,
};
