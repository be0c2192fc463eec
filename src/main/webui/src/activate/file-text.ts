/** License files mostly have some thousand bytes; the service takes no more than two million of them. */
const LARGEST = 2 * 1024 * 1024;

/** What a file holds: its text, or why it can be no license file. */
export type FileText = { text: string } | { refused: 'large' | 'not-text' | 'unreadable' };

/**
 * Reads a file as text: UTF-8, or UTF-16 where the file says so. A file that is too large is not read at all. What is no
 * text, such as a picture, is refused: as text it would be nothing but rubbish in the field. So is what can't be read: a folder, or
 * a file that was moved since.
 */
export async function readLicenseFile(file: Blob): Promise<FileText> {
  if (file.size > LARGEST) {
    return { refused: 'large' };
  }
  const bytes = await bytesOf(file);
  if (!bytes) {
    return { refused: 'unreadable' };
  }
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return isText(text) ? { text } : { refused: 'not-text' };
}

async function bytesOf(file: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null; // The browser's reasons are several, and all say that there is nothing to read.
  }
}

/** The encoding that the byte order mark names, as editors on Windows write it; else UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Pictures and archives have control characters; a PDF may do without, and says what it is. */
function isText(text: string): boolean {
  return !text.startsWith('%PDF-') && !/(?!\s)\p{Cc}/u.test(text);
}
