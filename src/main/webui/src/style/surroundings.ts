import { css } from 'lit';

/** The element itself: its own borders, its tabs, and what is said above them. */
export const surroundings = css`
  .root {
    all: initial;
    color-scheme: inherit;
    display: block;
    box-sizing: border-box;
    container: page / inline-size;
    font: 400 1rem/1.5 var(--inspire-licensing-font, system-ui, sans-serif);
    color: var(--il-text);
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
  }

  h1 {
    margin: 0;
    font-size: 1.75rem;
    font-weight: 650;
    line-height: 1.2;
    letter-spacing: -0.02em;
  }

  .lead {
    margin-block: 0.25rem 1rem;
  }

  wa-tab-group {
    --indicator-color: var(--il-brand);
    --track-width: 2px;
  }

  wa-tab {
    margin-inline-end: 1rem;
  }

  wa-tab::part(base) {
    padding: 0.75rem 0.5rem;
  }

  wa-tab-panel {
    --padding: 1.5rem 0 0;
  }

  .trouble {
    margin-block-end: 1.25rem;
  }

  .foot {
    margin-block-start: 1.5rem;
  }

  .support {
    margin-block-start: 0.75rem;
  }

  /* A host's own surroundings are printed as the host likes. */
  @media print {
    .root {
      container-type: normal;
    }

    .root > :not(il-license-statement) {
      display: none !important;
    }
  }

  /* Also whoever has scrolled to what they wanted to do sees why it was not done, and half of what they were at. */
  @media (min-height: 30em) {
    .notices {
      position: sticky;
      z-index: 5;
      inset-block-start: var(--inspire-licensing-top, 0px);
      max-block-size: 50vh;
      overflow: auto;
    }
  }

  .loading {
    min-height: 24rem;
    padding-block: 1.5rem;
    color: var(--il-quiet);
  }
`;
