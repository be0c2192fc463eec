import { beforeEach, describe, expect, test } from 'vitest';
import { Aside } from './aside.js';
import type { Step, Warning } from './warnings.js';

const at = '2027-01-20T00:00:00Z';
const ending = (step: Step, more: Partial<Warning> = {}): Warning => ({
  code: 'license-ends',
  step,
  at,
  days: 40,
  act: null,
  notes: [],
  ...more,
});

let kept: Map<string, string>;
const browser = () =>
  ({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }) as Storage;
const refusing = () => {
  throw new DOMException('No storage here', 'SecurityError');
};

describe('an information that was put aside', () => {
  beforeEach(() => {
    kept = new Map();
  });

  test('leaves what another tab has put aside meanwhile', () => {
    const [one, other] = [new Aside('one', browser), new Aside('one', browser)];
    one.put(ending('info'));

    other.put(ending('info', { code: 'file-ends' }));

    expect(new Aside('one', browser).has(ending('info'))).toBe(true);
  });

  test('stays so for the next visit, of this installation alone', () => {
    new Aside('one', browser).put(ending('info'));

    expect(new Aside('one', browser).has(ending('info'))).toBe(true);
    expect(new Aside('two', browser).has(ending('info'))).toBe(false);
  });

  test.each([ending('warn'), ending('info', { at: '2028-01-20T00:00:00Z' }), ending('info', { code: 'file-ends' })])(
    'is told again with its next step, another end, another thing',
    (other) => {
      const aside = new Aside('one', browser);
      aside.put(ending('info'));

      expect(aside.has(other)).toBe(false);
    },
  );

  test('what presses more can’t be', () => {
    const aside = new Aside('one', browser);

    aside.put(ending('warn'));

    expect(aside.has(ending('warn'))).toBe(false);
    expect(kept.size).toBe(0);
  });

  test('is remembered by the page where the browser keeps nothing', () => {
    const aside = new Aside('one', refusing);

    aside.put(ending('info'));

    expect(aside.has(ending('info'))).toBe(true);
  });

  test.each(['{', '"text"', '[1]'])('what somebody else has stored there (%s) does no harm', (stored) => {
    kept.set('inspire-licensing-aside one', stored);

    expect(new Aside('one', browser).has(ending('info'))).toBe(false);
  });
});
