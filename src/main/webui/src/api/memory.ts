import { inTab } from './tab.js';
import type { Asked } from './types.js';

/**
 * The operation that is not answered yet. The browser's tab remembers it, too, so that after a reload it can be asked
 * what became of it.
 */
export class Memory {
  private readonly name: string;
  private held: Asked | null;

  /** @param service the address of the service, which an operation belongs to */
  constructor(service: string) {
    this.name = `inspire-licensing-operation ${service}`;
    this.held = this.stored();
  }

  get operation(): Asked | null {
    return this.held;
  }

  keep(operation: Asked): void {
    this.held = operation;
    inTab((tab) => tab.setItem(this.name, JSON.stringify(operation)));
  }

  /** @param operation is forgotten, unless it is another one that is held by now */
  forget(operation: Asked): void {
    if (this.held?.request === operation.request) {
      this.held = null;
      inTab((tab) => tab.removeItem(this.name));
    }
  }

  private stored(): Asked | null {
    return inTab((tab) => JSON.parse(tab.getItem(this.name) ?? 'null') as Asked | null) ?? null;
  }
}
