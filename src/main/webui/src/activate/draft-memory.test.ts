import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftMemory } from './draft-memory.js';
import { EMPTY } from './draft.js';

const DRAFT = { method: 'offline', key: 'KEY', file: 'FILE' } as const;

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('what is kept is there after a reload', () => {
  new DraftMemory().keep(DRAFT);

  expect(new DraftMemory().read()).toEqual(DRAFT);
});

test('nothing kept is an empty form', () => {
  expect(new DraftMemory().read()).toBe(EMPTY);
});

test('an empty form leaves nothing behind', () => {
  const memory = new DraftMemory();
  memory.keep(DRAFT);

  memory.keep(EMPTY);

  expect(stored.size).toBe(0);
});

test('the method alone is kept', () => {
  new DraftMemory().keep({ ...EMPTY, method: 'offline' });

  expect(new DraftMemory().read().method).toBe('offline');
});

test.each(['{', '"text"', '{"method":"other","key":"","file":""}', '{"method":"online","key":1,"file":""}'])(
  '%s, which another version may have kept, is an empty form',
  (text) => {
    stored.set('inspire-licensing-draft', text);

    expect(new DraftMemory().read()).toBe(EMPTY);
  },
);

test('without a storage nothing is kept, and nothing fails', () => {
  vi.stubGlobal('sessionStorage', undefined);

  new DraftMemory().keep(DRAFT);

  expect(new DraftMemory().read()).toBe(EMPTY);
});
