import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Watch, type Watcher } from './watch.js';

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => {},
  updateComplete: Promise.resolve(true),
};
const page = { visibilityState: 'visible', addEventListener: () => {}, removeEventListener: () => {} };

let told: string[];
let watch: Watch;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', page);
  told = [];
  const watcher: Watcher = {
    tick: () => {},
    stale: () => {},
    shown: () => told.push('shown'),
    hidden: () => told.push('hidden'),
    busy: () => false,
  };
  watch = new Watch(host, watcher);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function putIn(visibility: 'visible' | 'hidden') {
  page.visibilityState = visibility;
  watch.hostConnected();
}

test('what is taken out while it is hidden, and put back where it is seen, is told so', () => {
  putIn('hidden');
  vi.advanceTimersByTime(10_000);
  watch.hostDisconnected();

  putIn('visible');

  expect(told).toEqual(['hidden', 'shown']);
});

test('what is put where nobody sees it is told so after ten seconds', () => {
  putIn('hidden');
  vi.advanceTimersByTime(9_999);
  expect(told).toEqual([]);

  vi.advanceTimersByTime(1);

  expect(told).toEqual(['hidden']);
});

test('what is taken out is told nothing any more', () => {
  putIn('hidden');
  watch.hostDisconnected();

  vi.advanceTimersByTime(60_000);

  expect(told).toEqual([]);
});
