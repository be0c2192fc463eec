import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../api/types.js';
import { de } from './de.js';
import { en } from './en.js';
import { useLocale } from './format.js';
import { entrySentence, noteSentence, outcomeWords, refusalSentence } from './sentence.js';
import { speak } from './text.js';

const DETAIL = 'It ended at 2026-11-23T10:00:05Z.';

beforeEach(() => useLocale('en-US'));

afterEach(() => speak(en));

function entry(changes: object): HistoryEntry {
  return { action: 'activate', outcome: 'succeeded', code: null, detail: DETAIL, ...changes } as HistoryEntry;
}

describe('in English', () => {
  test('a refusal is the service’s own sentence, with its times as the reader writes them', () => {
    expect(refusalSentence({ code: 'license-expired', detail: DETAIL })).toEqual({
      words: 'It ended at Nov 23, 2026, 11:00 AM GMT+1.',
      service: null,
      foreign: false,
    });
  });

  test('a note is told by its code and values', () => {
    const note = { code: 'limit-missing', detail: DETAIL, values: { field: 'maxDisplays' } };

    expect(noteSentence(note).words).toBe('The license does not set “Max Displays”, so this limit is 0.');
  });
});

describe('in German', () => {
  beforeEach(() => {
    speak(de);
    useLocale('de-DE');
  });

  test('a refusal is told by its code, and the service’s sentence is kept for who has to know exactly', () => {
    expect(refusalSentence({ code: 'license-suspended', detail: DETAIL })).toEqual({
      words: 'Der Hersteller hat die Lizenz ausgesetzt.',
      service: 'It ended at 23. Nov. 2026, 11:00 MEZ.',
      foreign: false,
    });
  });

  test('the times among its values are the reader’s', () => {
    const values = { expiresAt: '2026-11-23T10:00:05Z' };

    expect(refusalSentence({ code: 'license-expired', detail: DETAIL, values }).words).toBe(
      'Die Lizenz ist am 23. Nov. 2026, 11:00 MEZ abgelaufen.',
    );
  });

  test('a code of a later version is the service’s sentence, and foreign', () => {
    expect(refusalSentence({ code: 'license-of-tomorrow', detail: 'Not yet.' })).toEqual({
      words: 'Not yet.',
      service: null,
      foreign: true,
    });
  });

  test('an entry of the history is told by what it says of itself, if that is enough', () => {
    expect(entrySentence(entry({ values: { method: 'offline' } })).words).toBe(
      'Eine Lizenz wurde mit einer Lizenzdatei aktiviert.',
    );
    expect(entrySentence(entry({})).foreign).toBe(true);
    expect(entrySentence(entry({ outcome: 'refused', code: 'license-suspended' })).words).toBe(
      'Der Hersteller hat die Lizenz ausgesetzt.',
    );
  });

  test('a verdict is told in words', () => {
    const against = entry({ action: 'revalidate', values: { verdict: 'seat-removed' } });

    expect(entrySentence(against).words).toBe(
      'Der Lizenzserver bestätigt die Lizenz nicht: diese Installation hat keinen Lizenzplatz mehr.',
    );
  });

  test('a change of the standing is told by what it is now, and why', () => {
    const restricted = entry({ action: 'standing', standing: 'restricted', code: 'license-expired' });

    expect(entrySentence(restricted).words).toBe('Funktionen sind eingeschränkt: Die Lizenz ist abgelaufen.');
    expect(entrySentence(entry({ action: 'standing', standing: 'licensed' })).words).toBe(
      'Diese Installation ist lizenziert.',
    );
  });

  test('a standing of a later version is the service’s sentence', () => {
    const later = entry({ action: 'standing', standing: 'of-tomorrow', detail: 'Not yet.' });

    expect(entrySentence(later)).toEqual({ words: 'Not yet.', service: null, foreign: true });
  });

  test('a time that is none stays as it is', () => {
    const values = { endsAt: '2026-99-99T10:00:05Z', code: 'X' };

    expect(noteSentence({ code: 'certificate-not-renewed', detail: DETAIL, values }).words).toContain(
      '2026-99-99T10:00:05Z',
    );
  });

  test('a server that can’t be reached is told with its name and why', () => {
    const values = { host: 'licensing.example', cause: 'name-unknown' };

    expect(refusalSentence({ code: 'licensing-server-unreachable', detail: DETAIL, values }).words).toBe(
      'licensing.example ist nicht zu erreichen: dieser Name ist hier nicht bekannt.',
    );
  });

  test.each(Object.keys(de.refusals))('%s has a sentence of its own where the service tells no values', (code) => {
    const refused = { code, detail: DETAIL };

    expect(refusalSentence(refused)).toMatchObject({ foreign: false, service: expect.any(String) });
    expect(entrySentence(entry({ action: 'revalidate', outcome: 'failed', ...refused })).foreign).toBe(false);
  });

  test('an outcome is a word, and of a code that is not known the code', () => {
    expect(outcomeWords('licensing-server-unreachable')).toBe('der Lizenzserver hat nicht geantwortet');
    expect(outcomeWords('TOO_MANY_CORES')).toBe('abgelehnt mit dem Code TOO_MANY_CORES');
  });
});
