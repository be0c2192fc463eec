import { separator } from './number.js';

/** A spreadsheet takes a cell that begins so for a formula, also one in quotes (OWASP, CSV Injection). */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * Rows of texts as a file for spreadsheets (RFC 4180), in UTF-8 with a byte order mark. All cells are quoted, and no cell is a
 * formula. Semicolons stand between them where the reader's numbers have a comma: spreadsheets expect it there.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(separator())}\r\n`).join('')}`;
}

function cell(text: string): string {
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
