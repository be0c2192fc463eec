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
  new DraftMemory('ada').keep(DRAFT, false);

  expect(new DraftMemory('ada').read()).toEqual({ draft: DRAFT, sent: false });
});

test('whether it was sent is known after a reload', () => {
  new DraftMemory('ada').keep(DRAFT, true);

  expect(new DraftMemory('ada').read().sent).toBe(true);
});

test('what somebody else has typed is forgotten at once', () => {
  new DraftMemory('ada').keep(DRAFT, false);

  new DraftMemory('grace');

  expect(stored.size).toBe(0);
});

test('nothing kept is an empty form', () => {
  expect(new DraftMemory('ada').read().draft).toBe(EMPTY);
});

test('an empty form leaves nothing behind', () => {
  const memory = new DraftMemory('ada');
  memory.keep(DRAFT, false);

  memory.keep(EMPTY, false);

  expect(stored.size).toBe(0);
});

test('the method alone is kept', () => {
  new DraftMemory('ada').keep({ ...EMPTY, method: 'offline' }, false);

  expect(new DraftMemory('ada').read().draft.method).toBe('offline');
});

test.each([
  '{',
  '"text"',
  '{"method":"other","key":"","file":"","user":"ada"}',
  '{"method":"online","key":1,"file":"","user":"ada"}',
])('%s, which another version may have kept, is an empty form', (text) => {
  stored.set('inspire-licensing-draft', text);

  expect(new DraftMemory('ada').read().draft).toBe(EMPTY);
});

test('without a storage nothing is kept, and nothing fails', () => {
  vi.stubGlobal('sessionStorage', undefined);

  new DraftMemory('ada').keep(DRAFT, false);

  expect(new DraftMemory('ada').read().draft).toBe(EMPTY);
});
