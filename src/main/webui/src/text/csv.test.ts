import { beforeEach, expect, test } from 'vitest';
import { csv } from './csv.js';
import { useNumbersOf } from './number.js';

beforeEach(() => useNumbersOf('en-US'));

test.each([
  ['a word', '"a word"'],
  ['', '""'],
  ['say "yes", then no', '"say ""yes"", then no"'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', `"'=1+1"`],
  ['=HYPERLINK("https://example.com")', `"'=HYPERLINK(""https://example.com"")"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['\n=1', `"'\n=1"`],
  ['＝1', `"'＝1"`],
  ['＋1', `"'＋1"`],
  ['－1', `"'－1"`],
  ['＠1', `"'＠1"`],
  ['a=1', '"a=1"'],
])('the cell %j', (text, written) => {
  expect(csv([[text]])).toBe(`\uFEFF${written}\r\n`);
});

test('rows and cells', () => {
  expect(csv([['a', 'b'], ['c']])).toBe('\uFEFF"a","b"\r\n"c"\r\n');
});

test('cells of a reader whose numbers have a comma', () => {
  useNumbersOf('de-DE');

  expect(csv([['a', 'b'], ['c']])).toBe('\uFEFF"a";"b"\r\n"c"\r\n');
});
