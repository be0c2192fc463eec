import { expect, test } from 'vitest';
import { withoutComments, withoutIndentation } from './no-blanks.js';
import { withOwnTags } from './own-tags.js';
import { inOwnUnit } from './own-unit.js';

test.each([
  ['customElement("wa-button")', 'customElement("il-wa-button")'],
  [
    'html`<wa-tab-group><wa-tab panel="x"></wa-tab></wa-tab-group>`',
    'html`<il-wa-tab-group><il-wa-tab panel="x"></il-wa-tab></il-wa-tab-group>`',
  ],
  ['css`wa-radio::part(label) {}`', 'css`il-wa-radio::part(label) {}`'],
  // Events and properties are nobody's tags.
  ['@wa-tab-show=${f} @wa-hide=${g}', '@wa-tab-show=${f} @wa-hide=${g}'],
  ['var(--wa-button-transform-hover)', 'var(--wa-button-transform-hover)'],
  ['il-wa-button', 'il-wa-button'],
])('the tags of %s are the page’s own', (before, after) => {
  expect(withOwnTags(before)).toBe(after);
});

test.each([
  ['css`p { gap: 0.5rem -1rem; }`', 'css`p { gap: calc(0.5 * var(--il-rem)) calc(-1 * var(--il-rem)); }`'],
  [
    'css`@container page (min-width: 40rem) { p { gap: .5rem } }`',
    'css`@container page (min-width: 40em) { p { gap: calc(.5 * var(--il-rem)) } }`',
  ],
  ['const words = "1rem"; css`p { width: 12px }`', 'const words = "1rem"; css`p { width: 12px }`'],
])('the lengths of %s are in the page’s unit', (before, after) => {
  expect(inOwnUnit(before)).toBe(after);
});

test('style sheets lose their comments, and nothing else does', () => {
  expect(withoutComments("accept('*/*'); css`a { /* why */ color: red } /* so */`")).toBe(
    "accept('*/*'); css`a {  color: red } `",
  );
});

test('templates lose their indentation, and keep what parts their words', () => {
  expect(withoutIndentation('html`<p>\n      one\n\n      two</p>`')).toBe('html`<p>\none\ntwo</p>`');
});
