import { expect, test } from 'vitest';
import { isEmpty, request, without } from './draft.js';

test('what was sent online is taken out of the form', () => {
  expect(without({ method: 'online', key: 'A', file: '' }, { method: 'online', licenseKey: 'A' }).key).toBe('');
});

test('what was typed since stays', () => {
  const sent = { method: 'offline', licenseKey: 'A', licenseFile: 'FILE-A' } as const;

  expect(without({ method: 'offline', key: 'B', file: 'FILE-B' }, sent)).toEqual({
    method: 'offline',
    key: 'B',
    file: 'FILE-B',
  });
});

test('a file is sent offline alone', () => {
  expect(request({ method: 'online', key: 'A', file: 'FILE' })).toEqual({ method: 'online', licenseKey: 'A' });
  expect(request({ method: 'offline', key: 'A', file: 'FILE' })).toEqual({
    method: 'offline',
    licenseKey: 'A',
    licenseFile: 'FILE',
  });
});

test('blanks alone are nothing typed', () => {
  expect(isEmpty({ method: 'offline', key: ' \n', file: '\t' })).toBe(true);
  expect(isEmpty({ method: 'online', key: '', file: 'FILE' })).toBe(false);
});
