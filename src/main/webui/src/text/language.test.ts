import { afterEach, describe, expect, test, vi } from 'vitest';
import { en } from './en.js';
import { ago, day, exact, limit, useLocale } from './format.js';
import { chosen, firstSpoken } from './language.js';
import { pseudo } from './pseudo.js';
import { speak, text } from './text.js';
import { de } from './de.js';

afterEach(() => {
  vi.unstubAllGlobals();
  speak(en);
  useLocale('en-US');
});

describe('the language', () => {
  test.each([
    [['de', 'en'], 'de', 'de'],
    [[null, 'de-AT'], 'de', 'de-AT'],
    [[null, null], 'en', 'en-US'],
    // What is no language tag counts for nothing; an underscore is a usual slip.
    [['de_DE', 'en'], 'de', 'de-DE'],
    [['', 'de'], 'de', 'de'],
    [['not a tag!', 'de'], 'de', 'de'],
    [['i don’t know'], 'en', 'en-US'],
    // A language that the page does not speak is English, and not the next one.
    [['fr', 'de'], 'en', 'en-US'],
    [['ar-XB', 'de'], 'pseudo', 'en'],
    [['ar'], 'en', 'en-US'],
  ])('asked for by %j is %s, in the format of %s', (tags, language, locale) => {
    expect(chosen(tags, ['en-US'])).toEqual({ language, locale });
  });

  test('has the reader’s format, if the reader has one of it', () => {
    expect(chosen(['de'], ['en-GB', 'de-CH', 'de-DE']).locale).toBe('de-CH');
    expect(chosen(['de'], ['fr-FR']).locale).toBe('de');
    expect(chosen(['en'], ['x_', 'en_GB']).locale).toBe('en-GB');
  });

  test('of a browser is the first one that is spoken', () => {
    expect(firstSpoken(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(firstSpoken(['fr-FR'])).toBe('en');
    expect(firstSpoken(['ar-XB', 'de'])).toBe('de');
    expect(firstSpoken([])).toBe('en');
  });
});

describe('the texts', () => {
  test('of a section are the next language’s for whoever keeps the section', () => {
    const words = text.common;

    speak(de);

    expect(words.cancel).toBe('Abbrechen');
    expect(text.operation.running('activate')).toBe('Die Lizenz wird aktiviert');
    expect(en.common.cancel).toBe('Cancel');

    speak(en);

    // What one language has a text for, another one may not.
    expect(text.refusals).toEqual({});
  });

  test('of the pseudo-locale are marked and longer, and keep what they mention', () => {
    const made = pseudo.releases.texts.blocked('help@vendor.example');

    expect(made).toMatch(/^⟦.*help@vendor\.example.*⟧$/);
    expect(made.length).toBeGreaterThan(1.39 * en.releases.texts.blocked('help@vendor.example').length);
    expect(pseudo.reason['license-expired']!.title).toMatch(/^⟦The license has expired /);
    expect(pseudo.common.none).toBe('—');
  });
});

const NOW = Date.parse('2026-11-23T12:00:00Z');
const SECOND = 1_000;
const DAY = 86_400_000;

describe('a distance', () => {
  test.each([
    [59 * SECOND, 'just now'],
    [-59 * SECOND, 'just now'],
    [60 * SECOND, 'in 1 minute'],
    [-3599 * SECOND, '59 minutes ago'],
    [3600 * SECOND, 'in 1 hour'],
    [DAY - 1, 'in 23 hours'],
    [DAY, 'in 1 day'],
    [14 * DAY - 1, 'in 13 days'],
    [-2.9 * DAY, '2 days ago'],
    [89.9 * DAY, 'in 89 days'],
    [90 * DAY, 'in 90 days'],
    [91 * DAY, 'in 91 days'],
    // Three mean months.
    [92 * DAY, 'in 3 months'],
    [500 * DAY, 'in 16 months'],
    [-400 * DAY, '13 months ago'],
  ])('of %i ms is %s', (milliseconds, words) => {
    useLocale('en-US');

    expect(ago(new Date(NOW + milliseconds).toISOString(), NOW)).toBe(words);
  });

  test('is told in the language that is spoken', () => {
    speak(de);
    useLocale('de-DE');

    expect(ago(new Date(NOW + 500 * DAY).toISOString(), NOW)).toBe('in 16 Monaten');
    expect(ago(new Date(NOW).toISOString(), NOW)).toBe('gerade eben');
  });
});

describe('a day', () => {
  test('names its zone where it is another one in UTC', () => {
    useLocale('en-US');

    expect(day('2026-11-23T12:00:00Z')).toBe('November 23, 2026');
    expect(day('2026-11-23T23:30:00Z')).toBe('November 24, 2026, GMT+1');
  });

  test('is written as the reader writes it', () => {
    useLocale('de-DE');

    expect(day('2026-11-23T12:00:00Z')).toBe('23. November 2026');
    expect(day('2026-11-23T23:30:00Z')).toBe('24. November 2026, MEZ');
    expect(exact('2026-11-23T12:00:00Z')).toBe('23. Nov. 2026, 13:00 MEZ');
    expect(limit(1_000_000)).toBe('1.000.000');
    vi.stubGlobal('navigator', { languages: ['en-US', 'de-DE'] });
    expect(de.entitlements.count(1_000, 1_000)).toBe('1.000 von 1.000 enthalten');
    expect(de.history.savedSome(10_000)).toContain('10.000');
  });

  test('that is none stays as it is', () => {
    expect(exact('some day')).toBe('some day');
  });
});
