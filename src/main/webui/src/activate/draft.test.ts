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

test('a file that was not sent stays', () => {
  expect(without({ method: 'online', key: 'A', file: 'FILE' }, { method: 'online', licenseKey: 'A' })).toEqual({
    method: 'online',
    key: '',
    file: 'FILE',
  });
});

test('a file that was sent is taken out of the form, also where the method is online by now', () => {
  const sent = { method: 'offline', licenseKey: 'A', licenseFile: 'FILE' } as const;

  expect(without({ method: 'online', key: 'A', file: 'FILE' }, sent)).toEqual({ method: 'online', key: '', file: '' });
});

test('a file is sent offline alone', () => {
  expect(request({ method: 'online', key: 'A', file: 'FILE' })).toEqual({ method: 'online', licenseKey: 'A' });
  expect(request({ method: 'offline', key: 'A', file: 'FILE' })).toEqual({
    method: 'offline',
    licenseKey: 'A',
    licenseFile: 'FILE',
  });
});

test('blanks alone are nothing typed, and neither is a file that is not shown', () => {
  expect(isEmpty({ method: 'offline', key: ' \n', file: '\t' })).toBe(true);
  expect(isEmpty({ method: 'online', key: '', file: 'FILE' })).toBe(true);
  expect(isEmpty({ method: 'offline', key: '', file: 'FILE' })).toBe(false);
  expect(isEmpty({ method: 'online', key: 'A', file: '' })).toBe(false);
});
