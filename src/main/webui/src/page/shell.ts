import { css } from 'lit';

/** What is around the element on the page that stands alone: the bar, the door, and the room between. */
export const shell = css`
  :host {
    min-height: 100vh;
    background: var(--il-sunken);
    font:
      400 medium/1.5 system-ui,
      sans-serif;
  }

  .bar {
    border-block-end: 1px solid var(--il-line);
    background: var(--il-surface);
  }

  .bar > div,
  main {
    max-width: 76rem;
    margin-inline: auto;
    padding-inline: clamp(1rem, 4vw, 2rem);
  }

  .bar > div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
    min-height: 3.5rem;
  }

  nav {
    min-width: 0;
  }

  nav ol {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    color: var(--il-quiet);
  }

  nav li + li::before {
    content: '›' / '';
    margin-inline-end: 0.5rem;
  }

  .product {
    color: var(--il-text);
    font-weight: 650;
  }

  .user {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }

  main {
    padding-block: 2rem 4rem;
  }

  @media print {
    :host {
      background: none;
    }

    .bar {
      display: none;
    }

    main {
      padding: 0;
    }
  }

  .door {
    display: grid;
    gap: 1rem;
    justify-items: start;
    max-width: 30rem;
    margin: min(12vh, 6rem) auto 0;
    padding: 2rem;
  }

  .door h1 {
    margin: 0;
    font-size: 1.375rem;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }

  .emblem {
    color: var(--il-brand);
  }

  @media (max-width: 30rem) {
    .name,
    .above {
      display: none;
    }

    nav {
      font-size: 0.875rem;
    }

    .bar > div {
      flex-wrap: nowrap;
      gap: 0;
    }

    main {
      padding-block-start: 1.25rem;
    }

    .door {
      padding: 1.25rem;
    }
  }
`;
