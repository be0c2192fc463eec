import { expect, test } from 'vitest';
import { de } from './de.js';
import { en } from './en.js';

test.each([
  [
    'Enterprise',
    'Enterprise license',
    'The Enterprise license is active.',
    'Lizenz Enterprise',
    'Die Lizenz Enterprise ist aktiv.',
  ],
  ['Trial License', 'Trial License', 'The Trial License is active.', 'Trial License', '„Trial License“ ist aktiv.'],
  [
    'Trial licence ',
    'Trial licence ',
    'The Trial licence  is active.',
    'Trial licence ',
    '„Trial licence “ ist aktiv.',
  ],
  ['Testlizenz', 'Testlizenz', 'The Testlizenz is active.', 'Testlizenz', '„Testlizenz“ ist aktiv.'],
  [
    'License Server',
    'License Server license',
    'The License Server license is active.',
    'Lizenz License Server',
    'Die Lizenz License Server ist aktiv.',
  ],
  [null, 'License', 'The license is active.', 'Lizenz', 'Die Lizenz ist aktiv.'],
])('a license named %s is “%s”', (name, english, active, german, aktiv) => {
  expect(en.standing.license(name)).toBe(english);
  expect(en.activate.activated(name)).toBe(active);
  expect(de.standing.license(name)).toBe(german);
  expect(de.activate.activated(name)).toBe(aktiv);
});
