/** The light border that a QR code needs to be found, in modules. */
export const QUIET = 4;

/** The modules of a QR code: dark ones and others. */
export interface Modules {
  readonly size: number;
  get(x: number, y: number): boolean;
}

/** The dark modules of a QR code as the data of one SVG path, in which a module is one unit and the border has its place. */
export function pathOf(modules: Modules): string {
  return Array.from({ length: modules.size }, (_, y) => rowOf(modules, y)).join('');
}

/** A row is drawn by its runs of dark modules: neighbours would have hair lines between them. */
function rowOf(modules: Modules, y: number): string {
  let row = '';
  for (let x = 0; x < modules.size; x++) {
    const start = x;
    while (x < modules.size && modules.get(x, y)) {
      x++;
    }
    row += x > start ? `M${start + QUIET} ${y + QUIET}h${x - start}v1h-${x - start}z` : '';
  }
  return row;
}
