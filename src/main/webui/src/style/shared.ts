import { css } from 'lit';

/** What all parts of the page look like: headings, cards, tables, quiet texts. Nothing of the host page reaches in here. */
export const shared = css`
  :host {
    display: block;
    box-sizing: border-box;
  }

  /* Not inherited: what is unfolded would take it from the browser's own box around it. */
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul,
  figure {
    margin: 0;
    padding: 0;
  }

  h2 {
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.4;
  }

  .card {
    background: var(--il-surface);
    border: 1px solid var(--il-line);
    border-radius: var(--il-radius);
    padding: 1.25rem 1.5rem;
  }

  .quiet {
    color: var(--il-quiet);
  }

  a {
    color: var(--il-brand);
  }

  a:focus-visible {
    outline: 2px solid var(--il-brand);
    outline-offset: 2px;
  }

  .small {
    font-size: 0.875rem;
  }

  .mono {
    font-family: var(--il-mono);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }

  wa-button {
    max-width: 100%;
  }

  /* A text that is longer than its place takes a second line. */
  wa-button::part(base) {
    height: auto;
    min-height: var(--wa-form-control-height);
    padding-block: 0.25em;
    line-height: 1.3;
    white-space: normal;
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.625rem 1rem 0.625rem 0;
    border-bottom: 1px solid var(--il-line);
    text-align: start;
    vertical-align: baseline;
    font-weight: inherit;
  }

  tr > :last-child {
    padding-inline-end: 0;
  }

  tbody tr:last-child > * {
    border-bottom: 0;
    padding-bottom: 0;
  }

  thead th {
    color: var(--il-quiet);
    font-size: 0.8125rem;
    padding-top: 0;
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    padding: 0.125rem 0.625rem;
    border-radius: 999px;
    font-size: 0.8125rem;
    font-weight: 550;
    white-space: nowrap;
    border: 1px solid var(--il-line);
    background: var(--il-sunken);
    color: var(--il-quiet);
  }

  .pill.good {
    background: var(--il-good-fill);
    border-color: var(--il-good-line);
    color: var(--il-good);
  }

  .pill.warn {
    background: var(--il-warn-fill);
    border-color: var(--il-warn-line);
    color: var(--il-warn);
  }

  .pill.bad {
    background: var(--il-bad-fill);
    border-color: var(--il-bad-line);
    color: var(--il-bad);
  }

  @media (max-width: 30rem) {
    .card {
      padding: 1rem;
    }
  }
`;

/** What is inside of a dialog. */
export const dialogs = css`
  wa-dialog {
    --width: 34rem;
  }

  .dialog {
    display: grid;
    gap: 0.875rem;
    padding-block-start: 0.5rem;
  }

  .dialog h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }

  /* On a phone the text needs the height. */
  @media (max-width: 30em) {
    wa-dialog::part(dialog) {
      max-height: calc(100% - 2rem);
    }
  }

  /* A page at 400 %, or a phone on its side: half of the height is for the text. */
  @media (max-height: 20em) {
    wa-dialog {
      --spacing: 0.5rem;
    }

    wa-dialog::part(dialog) {
      max-width: calc(100% - 0.5rem);
      max-height: calc(100% - 0.5rem);
    }

    wa-dialog::part(footer) {
      flex-wrap: nowrap;
    }

    .dialog {
      gap: 0.5rem;
      padding-block-start: 0;
    }

    .dialog h2 {
      font-size: 1rem;
    }
  }
`;

/** What follows from a step, and a key that is to be kept. */
export const keys = css`
  ul {
    padding-inline-start: 1.25rem;
    display: grid;
    gap: 0.375rem;
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
    align-items: center;
    padding: 0.75rem 1rem;
    border-radius: var(--wa-border-radius-m);
    background: var(--il-sunken);
  }
`;

/** A check box with its text. */
export const checks = css`
  .check {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
    align-items: start;
    cursor: pointer;
  }

  .check input {
    width: 1.125rem;
    height: 1.125rem;
    margin: 0.1875rem 0 0;
    accent-color: var(--wa-color-brand-fill-loud);
  }

  .check input:focus-visible {
    outline: 2px solid var(--il-brand);
    outline-offset: 2px;
  }
`;
