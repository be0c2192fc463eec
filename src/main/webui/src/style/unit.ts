/**
 * Declares the page's own unit as a length: an `em` of it is then resolved once, where it is set, and is the same everywhere
 * below. Sources say `rem`, which `build/own-unit.ts` replaces.
 */
function declareUnit(): void {
  try {
    CSS.registerProperty({ name: '--il-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // A second copy of the page has declared it already.
  }
}

declareUnit();
