import address from './inspire-licensing.js?address';

/**
 * What is embedded by its name: a few lines that never grow old in a browser, and lead to files that browsers keep. Where
 * those don't arrive, the element says so in place of the page.
 */
const TAG = 'inspire-licensing';

const says: Record<string, string> = {
  en: 'The Licensing page could not be loaded: a file of it did not arrive. Reload the page.',
  de: 'Die Lizenzseite konnte nicht geladen werden: Eine Datei kam nicht an. Laden Sie die Seite neu.',
};

import(/* @vite-ignore */ address).catch((failure: unknown) => {
  console.error(`<${TAG}>: a file of the Licensing page could not be loaded.`, failure);
  if (!customElements.get(TAG)) {
    customElements.define(TAG, Lost);
  }
});

/** What the host has put into the element stays, such as a heading. */
class Lost extends HTMLElement {
  private readonly notice = document.createElement('p');

  connectedCallback(): void {
    const { notice } = this;
    const language = this.closest<HTMLElement>('[lang]')?.lang.slice(0, 2).toLowerCase() ?? '';
    notice.role = 'alert';
    notice.lang = says[language] ? language : 'en';
    notice.textContent = says[notice.lang]!;
    this.append(notice);
  }
}
