import { expect, test } from 'vitest';
import { pathOf } from './qr-path.js';

/** Modules as they are drawn here: # is dark. */
function modules(...rows: string[]) {
  return { size: rows.length, get: (x: number, y: number) => rows[y]?.[x] === '#' };
}

test('each run of dark modules is one rectangle behind the border', () => {
  expect(pathOf(modules('##.', '.#.', '#.#'))).toBe('M4 4h2v1h-2zM5 5h1v1h-1zM4 6h1v1h-1zM6 6h1v1h-1z');
});

test('nothing dark draws nothing', () => {
  expect(pathOf(modules('..', '..'))).toBe('');
});
