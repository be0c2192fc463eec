import { css } from 'lit';
import './unit.js';

/**
 * The look of the page: our own tokens, each of which the host can set, and those of Web Awesome that its components read.
 * Light or dark follows the color scheme of the document around the element.
 */
export const theme = css`
  :host {
    /* What the reader has set, and not what the host has. */
    font-size: medium !important;
    --il-rem: 1em !important;

    --il-surface: var(--inspire-licensing-surface, light-dark(#ffffff, #191c23));
    --il-sunken: var(--inspire-licensing-sunken, light-dark(#f6f7f9, #101217));
    --il-line: var(--inspire-licensing-line, light-dark(#dfe2e8, #2f343f));
    --il-line-strong: light-dark(#7d8593, #7a8291);
    --il-text: var(--inspire-licensing-text, light-dark(#181b22, #eceef2));
    --il-quiet: var(--inspire-licensing-quiet, light-dark(#565d6b, #a7aebb));
    --il-brand: var(--inspire-licensing-brand, light-dark(#3d4fd1, #8f9dff));
    --il-good: var(--inspire-licensing-good, light-dark(#17703d, #62cf90));
    --il-good-fill: color-mix(in srgb, var(--il-good) 9%, var(--il-surface));
    --il-good-line: color-mix(in srgb, var(--il-good) 28%, var(--il-surface));
    --il-warn: var(--inspire-licensing-warn, light-dark(#855200, #f0b64d));
    --il-warn-fill: color-mix(in srgb, var(--inspire-licensing-warn, #f0b64d) 14%, var(--il-surface));
    --il-warn-line: color-mix(in srgb, var(--inspire-licensing-warn, #f0b64d) 36%, var(--il-surface));
    --il-bad: var(--inspire-licensing-bad, light-dark(#b3261e, #ff8f86));
    --il-bad-fill: color-mix(in srgb, var(--il-bad) 9%, var(--il-surface));
    --il-bad-line: color-mix(in srgb, var(--il-bad) 28%, var(--il-surface));
    --il-mono: var(--inspire-licensing-font-mono, ui-monospace, 'SF Mono', Menlo, Consolas, monospace);
    --il-radius: var(--inspire-licensing-radius, 0.75rem);

    --wa-font-family-body: inherit;
    --wa-font-weight-body: 400;
    --wa-font-weight-semibold: 550;
    --wa-font-weight-heading: 600;
    --wa-font-weight-action: 550;
    --wa-font-size-3xs: 0.625rem;
    --wa-font-size-2xs: 0.6875rem;
    --wa-font-size-xs: 0.75rem;
    --wa-font-size-s: 0.875rem;
    --wa-font-size-m: 1rem;
    --wa-font-size-l: 1.25rem;
    --wa-font-size-smaller: 0.875em;
    --wa-line-height-condensed: 1.3;
    --wa-line-height-normal: 1.5;
    --wa-space-2xs: 0.25rem;
    --wa-space-xs: 0.5rem;
    --wa-space-s: 0.75rem;
    --wa-space-m: 1rem;
    --wa-space-l: 1.5rem;
    --wa-space-xl: 2rem;
    --wa-space-2xl: 2.5rem;
    --wa-border-style: solid;
    --wa-border-width-s: 1px;
    --wa-border-width-m: 2px;
    --wa-border-width-l: 3px;
    --wa-border-radius-s: calc(var(--il-radius) / 3);
    --wa-border-radius-m: calc(var(--il-radius) * 2 / 3);
    --wa-border-radius-l: var(--il-radius);
    --wa-border-radius-pill: 999px;
    --wa-border-radius-circle: 50%;
    --wa-transition-easing: ease;
    --wa-transition-slow: 200ms;
    --wa-transition-normal: 150ms;
    --wa-transition-fast: 75ms;
    --wa-focus-ring-style: solid;
    --wa-focus-ring-width: 2px;
    --wa-focus-ring: 2px solid var(--il-brand);
    --wa-focus-ring-offset: 2px;
    --wa-shadow-l: 0 1rem 3rem rgb(0 0 0 / 0.25);

    --wa-color-focus: var(--il-brand);
    --wa-color-text-normal: var(--il-text);
    --wa-color-text-quiet: var(--il-quiet);
    --wa-color-surface-default: var(--il-surface);
    --wa-color-surface-raised: var(--il-surface);
    --wa-color-surface-lowered: var(--il-sunken);
    --wa-color-surface-border: var(--il-line);
    --wa-color-overlay-modal: rgb(10 12 18 / 0.55);
    --wa-color-mix-hover: var(--il-text) 8%;
    --wa-color-mix-active: var(--il-text) 14%;

    --wa-color-brand-fill-loud: var(--inspire-licensing-brand, light-dark(#3d4fd1, #a3aeff));
    --wa-color-brand-fill-normal: color-mix(in srgb, var(--il-brand) 15%, var(--il-surface));
    --wa-color-brand-fill-quiet: color-mix(in srgb, var(--il-brand) 8%, var(--il-surface));
    --wa-color-brand-border-loud: var(--il-brand);
    --wa-color-brand-border-normal: color-mix(in srgb, var(--il-brand) 40%, var(--il-surface));
    --wa-color-brand-border-quiet: color-mix(in srgb, var(--il-brand) 20%, var(--il-surface));
    --wa-color-brand-on-loud: var(--inspire-licensing-on-brand, light-dark(#ffffff, #12163a));
    --wa-color-brand-on-normal: color-mix(in srgb, var(--il-brand) 60%, var(--il-text));
    --wa-color-brand-on-quiet: var(--il-brand);

    --wa-color-neutral-fill-loud: var(--il-text);
    --wa-color-neutral-fill-normal: light-dark(#e9ebf0, #2b303a);
    --wa-color-neutral-fill-quiet: light-dark(#f2f3f6, #22262e);
    --wa-color-neutral-border-loud: var(--il-line-strong);
    --wa-color-neutral-border-normal: light-dark(#c6cad3, #474d5a);
    --wa-color-neutral-border-quiet: var(--il-line);
    --wa-color-neutral-on-loud: var(--il-surface);
    --wa-color-neutral-on-normal: var(--il-text);
    --wa-color-neutral-on-quiet: var(--il-quiet);

    --wa-color-danger-fill-loud: light-dark(#b3261e, #ff9b93);
    --wa-color-danger-fill-normal: light-dark(#fbe0dd, #4a2422);
    --wa-color-danger-fill-quiet: var(--il-bad-fill);
    --wa-color-danger-border-loud: var(--il-bad);
    --wa-color-danger-border-normal: var(--il-bad-line);
    --wa-color-danger-border-quiet: var(--il-bad-line);
    --wa-color-danger-on-loud: light-dark(#ffffff, #3a0b08);
    --wa-color-danger-on-normal: light-dark(#8c1d17, #ffb9b3);
    --wa-color-danger-on-quiet: var(--il-bad);

    --wa-color-success-fill-quiet: var(--il-good-fill);
    --wa-color-success-border-quiet: var(--il-good-line);
    --wa-color-success-on-quiet: var(--il-good);
    --wa-color-warning-fill-quiet: var(--il-warn-fill);
    --wa-color-warning-border-quiet: var(--il-warn-line);
    --wa-color-warning-on-quiet: var(--il-warn);

    --wa-form-control-background-color: var(--il-surface);
    --wa-form-control-border-color: var(--il-line-strong);
    --wa-form-control-border-style: solid;
    --wa-form-control-border-width: 1px;
    --wa-form-control-border-radius: var(--wa-border-radius-m);
    --wa-form-control-activated-color: var(--wa-color-brand-fill-loud);
    --wa-form-control-label-color: var(--il-text);
    --wa-form-control-label-font-weight: 550;
    --wa-form-control-label-line-height: 1.4;
    --wa-form-control-value-color: var(--il-text);
    --wa-form-control-value-font-weight: 400;
    --wa-form-control-value-line-height: 1.4;
    --wa-form-control-hint-color: var(--il-quiet);
    --wa-form-control-hint-font-weight: 400;
    --wa-form-control-hint-line-height: 1.5;
    --wa-form-control-placeholder-color: var(--il-quiet);
    --wa-form-control-required-content: '';
    --wa-form-control-required-content-color: inherit;
    --wa-form-control-required-content-offset: 0;
    --wa-form-control-padding-block: 0.625em;
    --wa-form-control-padding-inline: 0.875em;
    --wa-form-control-height: 2.625em;
    --wa-form-control-toggle-size: 1.25em;
    --wa-button-transform-hover: none;
    --wa-button-transform-active: none;
    --wa-panel-border-style: solid;
    --wa-panel-border-width: 1px;
    --wa-panel-border-radius: var(--il-radius);

    color: var(--il-text);
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --wa-transition-slow: 0ms;
      --wa-transition-normal: 0ms;
      --wa-transition-fast: 0ms;
    }
  }
`;
