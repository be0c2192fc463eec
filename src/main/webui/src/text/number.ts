/** How numbers are written: apart from the other formats, because the texts use it. */
let format = new Intl.NumberFormat();

/** Writes numbers as it is done there. */
export function useNumbersOf(locale: string | undefined): void {
  format = new Intl.NumberFormat(locale);
}

/** A number with the separators of the reader. */
export function number(value: number): string {
  return format.format(value);
}

/** What stands between the cells of a file for the reader's spreadsheet: no comma where that is in numbers. */
export function separator(): ',' | ';' {
  return format.format(0.5).includes(',') ? ';' : ',';
}
