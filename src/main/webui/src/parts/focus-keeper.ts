import type { LitElement, ReactiveController } from 'lit';

/**
 * What moves the focus, or is done with it. Events of the focus alone would not do: where it moves inside of an element with a
 * shadow root, nobody outside of that is told.
 */
const EVENTS = ['focusin', 'click', 'keyup'];

/** What readers scroll by, other than by the keyboard, whose place this is about. */
const SCROLLS = ['wheel', 'touchmove'];

/**
 * Keeps the keyboard's place. Where the element that has the focus goes away, such as a button whose work is done, browsers
 * give the focus to the body, and the reader would begin at the top of the host's page. It goes to the heading of what was
 * around that element instead. Whoever has left that element by a click somewhere else is not called back.
 */
export class FocusKeeper implements ReactiveController {
  /** What had the focus last, and all that is around it, from the inside out. */
  private path: Element[] = [];
  private waiting = 0;
  /** Whether that could not be used for a while, and may be again. */
  private disabled = false;
  /** Whether the reader has gone on reading since, and would lose their place. */
  private scrolled = false;
  private readonly changes = new MutationObserver(() => this.look());

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    EVENTS.forEach((name) => this.host.addEventListener(name, this.note, { capture: true }));
    this.host.addEventListener('focusout', this.look);
    document.addEventListener('click', this.leave, { capture: true });
    SCROLLS.forEach((name) => document.addEventListener(name, this.scroll, { passive: true }));
  }

  hostDisconnected(): void {
    EVENTS.forEach((name) => this.host.removeEventListener(name, this.note, { capture: true }));
    this.host.removeEventListener('focusout', this.look);
    document.removeEventListener('click', this.leave, { capture: true });
    SCROLLS.forEach((name) => document.removeEventListener(name, this.scroll));
    this.changes.disconnect();
    cancelAnimationFrame(this.waiting);
    this.path = [];
  }

  private readonly note = (): void => {
    const focused = focusedIn(this.host);
    if (!focused) {
      return;
    }
    this.scrolled = false;
    if (focused === this.path[0]) {
      return;
    }
    this.path = around(focused, this.host);
    this.disabled = false;
    this.changes.disconnect();
    for (const root of new Set(this.path.slice(0, -1).map((element) => element.getRootNode()))) {
      this.changes.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden', 'open'] });
    }
  };

  /** Before the click has done anything: a button that it presses has the focus by now, and is still there. */
  private readonly leave = (): void => {
    if (isNobodys()) {
      this.path = [];
    }
  };

  private readonly scroll = (): void => {
    this.scrolled = true;
  };

  /** After the next frame: by then whoever takes the focus on purpose has done so. */
  private readonly look = (): void => {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => {
      this.waiting = requestAnimationFrame(() => this.keep());
    });
  };

  private keep(): void {
    const [last] = this.path;
    if (!last || !document.hasFocus()) {
      return;
    }
    if (!isNobodys()) {
      this.path = focusedIn(this.host) ? this.path : [];
      return;
    }
    const lost = this.disabled;
    this.disabled = last.matches(':disabled') && isSeen(last);
    if (!isSeen(last)) {
      this.goHome();
    } else if (lost && !this.disabled) {
      (last as HTMLElement).focus({ preventScroll: this.scrolled });
    }
  }

  private goHome(): void {
    const homes = this.path.filter((element) => element.isConnected).map(headingIn);
    homes.find((heading) => heading !== null)?.focus({ preventScroll: this.scrolled });
  }
}

/** What has the focus, inside of all shadow roots. */
function focusedIn(host: Element): Element | null {
  let focused: Element | null = null;
  for (let next = host.shadowRoot?.activeElement; next; next = next.shadowRoot?.activeElement) {
    focused = next;
  }
  return focused;
}

/** An element and all that is around it as it is shown, from the inside out. */
function around(element: Element, outermost: Element): Element[] {
  const path = [element];
  for (let inner = element; inner !== outermost;) {
    const root = inner.getRootNode();
    inner = inner.assignedSlot ?? inner.parentElement ?? (root instanceof ShadowRoot ? root.host : outermost);
    path.push(inner);
  }
  return path;
}

/** Whether nothing has the focus. */
function isNobodys(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isSeen(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

/** The first heading that is seen in an element, made able to have the focus. */
function headingIn(element: Element): HTMLElement | null {
  if (element.matches('h1, h2, h3') && isSeen(element)) {
    element.setAttribute('tabindex', '-1');
    return element as HTMLElement;
  }
  const inside =
    element instanceof HTMLSlotElement
      ? element.assignedElements({ flatten: true })
      : (element.shadowRoot ?? element).children;
  for (const child of inside) {
    const heading = headingIn(child);
    if (heading) {
      return heading;
    }
  }
  return null;
}
