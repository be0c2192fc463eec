import { expect, test } from 'vitest';
import { readLicenseFile } from './file-text.js';

const LICENSE = '-----BEGIN MACHINE FILE-----\r\neyJlbmMi\tÖ\n-----END MACHINE FILE-----\n';

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].forEach((unit, at) =>
    view.setUint16(2 * at, unit, littleEndian),
  );
  return new Uint8Array(view.buffer);
}

test.each([
  ['UTF-8', new TextEncoder().encode(LICENSE)],
  ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${LICENSE}`)],
  ['UTF-16, little end first', utf16(LICENSE, true)],
  ['UTF-16, big end first', utf16(LICENSE, false)],
])('a license file in %s is read', async (_, bytes) => {
  expect(await readLicenseFile(new Blob([bytes]))).toEqual({ text: LICENSE });
});

test('an empty file is an empty text', async () => {
  expect(await readLicenseFile(new Blob([]))).toEqual({ text: '' });
});

test('a letter of an old encoding does not make a file no text', async () => {
  const latin = new Blob(['f', new Uint8Array([0xfc]), 'r']);

  expect(await readLicenseFile(latin)).toEqual({ text: 'f\ufffdr' });
});

test.each([
  ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
  ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10]],
  ['a ZIP archive', [0x50, 0x4b, 3, 4, 0x14]],
  ['a GZIP archive', [0x1f, 0x8b, 8, 0x61]],
  ['a PDF', [...'%PDF-1.7\n1 0 obj'].map((letter) => letter.charCodeAt(0))],
  ['UTF-16 that does not say so', utf16('license', true).slice(2)],
])('%s is no text', async (_, bytes) => {
  expect(await readLicenseFile(new Blob([new Uint8Array(bytes)]))).toEqual({ refused: 'not-text' });
});

test('a file of more than two million bytes is not even read', async () => {
  const large = { size: 2 * 1024 * 1024 + 1, arrayBuffer: () => expect.fail('It is read.') } as unknown as Blob;

  expect(await readLicenseFile(large)).toEqual({ refused: 'large' });
});

test('a file of two million bytes is read', async () => {
  const text = 'x'.repeat(2 * 1024 * 1024);

  expect(await readLicenseFile(new Blob([text]))).toEqual({ text });
});

test('a folder, which browsers hand over as a file, is refused and fails nobody', async () => {
  const folder = { size: 4096, arrayBuffer: () => Promise.reject(new DOMException('Folder', 'NotFoundError')) };

  expect(await readLicenseFile(folder as unknown as Blob)).toEqual({ refused: 'unreadable' });
});
