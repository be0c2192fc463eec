import type { Warning } from './warnings.js';

/** More than one installation has at a time; older ones are of no use any more. */
const KEPT = 50;

/**
 * What the reader has put aside, by step: the next step of the same warning is told again. The browser remembers it for the
 * installation; where it remembers nothing, the page does until it is left.
 */
export class Aside {
  private readonly name: string;
  private names: string[];

  /**
   * @param installation the id of the installation, since a host may show several
   * @param storage gives the browser's, and may throw
   */
  constructor(
    installation: string,
    private readonly storage: () => Storage,
  ) {
    this.name = `inspire-licensing-aside ${installation}`;
    this.names = this.stored();
  }

  has(warning: Warning): boolean {
    return this.names.includes(nameOf(warning));
  }

  /** Puts an information aside. What presses more can't be. */
  put(warning: Warning): void {
    if (warning.step !== 'info' || this.has(warning)) {
      return;
    }
    // What another tab has put aside meanwhile stays.
    this.names = [...new Set([...this.stored(), ...this.names, nameOf(warning)])].slice(-KEPT);
    try {
      this.storage().setItem(this.name, JSON.stringify(this.names));
    } catch {
      // Browsers may keep nothing for a page. Then it is told again with the next one.
    }
  }

  private stored(): string[] {
    try {
      const names: unknown = JSON.parse(this.storage().getItem(this.name) ?? '[]');
      return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
    } catch {
      return [];
    }
  }
}

function nameOf({ code, step, at }: Warning): string {
  return `${code}@${step}@${at ?? ''}`;
}
