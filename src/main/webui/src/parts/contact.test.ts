import { expect, test } from 'vitest';
import { hrefOf, pieces } from './contact.js';

const MAIL = { subject: 'License of A & B', body: 'Fingerprint: x\nStanding: “grace”' };

test.each([
  ['help@vendor.example', 'mailto:help@vendor.example'],
  ['https://vendor.example/help?a=b', 'https://vendor.example/help?a=b'],
  ['http://vendor.example', 'http://vendor.example'],
  ['Optymyse Support', null],
  ['the hotline, +49 30 1234', null],
  ['javascript:alert(1)', null],
  ['JAVASCRIPT:alert@1', null],
  ['data:text/html,x@y', null],
  ['https://vendor.example/" onclick="x', null],
  // Nobody fills in a mail but this page.
  ['help@vendor.example?bcc=other@vendor.example', null],
  ['', null],
])('the contact %s leads to %s', (contact, href) => {
  expect(hrefOf(contact, null)).toBe(href);
});

test('a mail is filled in, and nothing of its text is read as a part of the address', () => {
  const address = new URL(hrefOf('help@vendor.example', MAIL)!);

  expect(address.searchParams.get('subject')).toBe(MAIL.subject);
  expect(address.searchParams.get('body')).toBe(MAIL.body.replace('\n', '\r\n'));
  expect([...address.searchParams.keys()]).toEqual(['subject', 'body']);
});

test('a mail is no longer than programs take', () => {
  const long = hrefOf('help@vendor.example', { subject: '', body: 'x'.repeat(9_000) })!;

  expect(new URL(long).searchParams.get('body')).toHaveLength(1_500);
});

test('a mail is not cut within a character', () => {
  const long = hrefOf('help@vendor.example', { subject: '', body: `x${'🏢'.repeat(2_000)}` })!;

  expect([...new URL(long).searchParams.get('body')!]).toEqual(['x', ...Array.from({ length: 1_499 }, () => '🏢')]);
});

test.each([
  ['Ask a@b.c, or x.', ['a@b.c'], ['Ask ', 'a@b.c', ', or x.']],
  ['Ask sales@b.c, or a@b.c.', ['a@b.c', 'sales@b.c'], ['Ask ', 'sales@b.c', ', or ', 'a@b.c', '.']],
  // One is a part of the other.
  ['Ask a@b.com.', ['a@b.c', 'a@b.com'], ['Ask ', 'a@b.com', '.']],
  ['Ask a+b@c.', ['a+b@c'], ['Ask ', 'a+b@c', '.']],
  ['Ask Support.', ['Support'], ['Ask Support.']],
  ['Nobody.', [], ['Nobody.']],
])('“%s” with %j is cut into %j', (sentence, contacts, expected) => {
  expect(pieces(sentence, contacts)).toEqual(expected);
});
