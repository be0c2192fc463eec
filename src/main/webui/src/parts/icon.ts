import { svg, type SVGTemplateResult } from 'lit';
import { html, type TemplateResult } from 'lit';

/** Drawn on a grid of 24, as lines in the color of the text around them. */
const shapes = {
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`,
  cross: svg`<path d="M7 7l10 10M17 7L7 17" />`,
  shield: svg`<path d="M12 3l7.5 3v5.5c0 4.6-3.1 7.9-7.5 9.5-4.4-1.6-7.5-4.9-7.5-9.5V6z" /><path d="M8.5 12l2.5 2.5 4.5-5" />`,
  clock: svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`,
  lock: svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2" /><path d="M8 10.5V8a4 4 0 018 0v2.5" />`,
  key: svg`<circle cx="8" cy="15" r="4" /><path d="M11 12l8.5-8.5M16 7l3 3" />`,
  info: svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 11.5V16M12 8v.01" />`,
  warning: svg`<path d="M12 4l9 15.5H3z" /><path d="M12 10v4.5M12 17v.01" />`,
  copy: svg`<rect x="9" y="9" width="10.5" height="10.5" rx="2" /><path d="M15 9V6.5a2 2 0 00-2-2H6.5a2 2 0 00-2 2V13a2 2 0 002 2H9" />`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" /><circle cx="12" cy="12" r="2.8" />`,
  file: svg`<path d="M14 3.5H7.5a2 2 0 00-2 2v13a2 2 0 002 2h9a2 2 0 002-2V8z" /><path d="M14 3.5V8h4.5" />`,
  search: svg`<circle cx="11" cy="11" r="6" /><path d="M15.5 15.5L20 20" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** An icon beside a text that says the same, so that screen readers pass over it. */
export function icon(name: IconName, size = '1.25em'): TemplateResult {
  return html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shapes[name]}
  </svg>`;
}
