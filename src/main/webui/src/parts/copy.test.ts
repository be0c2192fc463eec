import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { copy } from './copy.js';

/** What was done, in its order. */
let done: string[];
let copies: boolean;

const element = (name: string) => ({
  value: '',
  setAttribute: () => {},
  focus: (how?: FocusOptions) => done.push(`${name} focused, ${how?.preventScroll ? 'nothing' : 'all'} scrolled`),
  select: () => done.push(`${name} selected`),
  remove: () => done.push(`${name} removed`),
});
const within = {
  activeElement: element('button'),
  append: () => done.push('field appended'),
} as unknown as ShadowRoot;

beforeEach(() => {
  done = [];
  copies = true;
  vi.stubGlobal('document', {
    createElement: () => element('field'),
    execCommand: (command: string) => {
      done.push(command);
      return copies;
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('a text', () => {
  test('is copied by the clipboard, where the browser has one', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });

    expect(await copy('a text', within)).toBe(true);
    expect(written).toEqual(['a text']);
    expect(done).toEqual([]);
  });

  /** Not every browser gives the focus to what is selected, and nothing is to be scrolled for it. */
  test.each([true, false])('is selected and copied where there is no clipboard: %s', async (succeeds) => {
    vi.stubGlobal('navigator', {});
    copies = succeeds;

    expect(await copy('a text', within)).toBe(succeeds);
    expect(done).toEqual([
      'field appended',
      'field focused, nothing scrolled',
      'field selected',
      'copy',
      'field removed',
      'button focused, nothing scrolled',
    ]);
  });
});
