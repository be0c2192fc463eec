/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import table from '../../../../test/resources/names/masks.txt?raw';
import { masked } from './masked.js';

// The service's tests read the same table.
const keys = table
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string]);

test.each(keys)('%s is shown as %s', (key, shown) => {
  expect(masked(key)).toBe(shown);
});

test('no key at all shows nothing', () => {
  expect(masked('')).toBe('…');
});
