import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { en, type Messages } from './en.js';
import { useLocale } from './format.js';
import { speak } from './text.js';

/** A language of the page, and how its reader writes dates and numbers. */
export interface Spoken {
  language: Language;
  /** A language tag; the browser's own when undefined. */
  locale: string | undefined;
}

export type Language = 'en' | 'de' | 'pseudo';

/** The tag of the pseudo-locale, by which tests find what is not translated: as Android has it. */
const PSEUDO = 'ar-XB';

/** What is not in the first file: a reader of English waits for no other. */
const chunks: Record<Language, () => Promise<Messages>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de.js')).de,
  pseudo: async () => (await import('./pseudo.js')).pseudo,
};

/**
 * What to speak.
 *
 * @param tags what was asked for, what counts most first; what is no language tag counts for nothing
 * @param reader the languages of the reader, in whose formats dates and numbers are if they are of the spoken one
 */
export function chosen(tags: readonly (string | null)[], reader: readonly string[]): Spoken {
  const tag = tags.map(canonical).find((one) => one !== null) ?? 'en';
  const language = languageOf(tag) ?? 'en';
  if (language === 'pseudo') {
    return { language, locale: 'en' };
  }
  const own = reader.map(canonical).find((one) => one !== null && languageOf(one) === language);
  return { language, locale: own ?? (languageOf(tag) ? tag : language) };
}

/** The first of the languages that the page speaks: where nobody else has chosen one. */
export function firstSpoken(reader: readonly string[]): Language {
  return reader.map((tag) => languageOf(canonical(tag) ?? '')).find((one) => one === 'en' || one === 'de') ?? 'en';
}

/** The tag as it should be written, with the usual slip of an underscore mended; null for what is none. */
function canonical(tag: string | null): string | null {
  try {
    return Intl.getCanonicalLocales((tag ?? '').trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function languageOf(tag: string): Language | null {
  if (tag === PSEUDO) {
    return 'pseudo';
  }
  const primary = tag.split('-')[0];
  return primary === 'en' || primary === 'de' ? primary : null;
}

/** Whoever shows texts of the page. */
interface Speaker extends ReactiveControllerHost, HTMLElement {
  renderRoot: HTMLElement | DocumentFragment;
}

/** The language that an element speaks: its own `lang`, else that of what is around it. It follows both. */
export class Speech implements ReactiveController {
  /** For `lang` and `dir` of what is shown. */
  language: 'en' | 'de' = 'en';
  direction: 'ltr' | 'rtl' = 'ltr';

  private readonly observer = new MutationObserver(() => void this.follow());
  private asked: string | null = null;

  constructor(private readonly host: Speaker) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const one of around(this.host)) {
      this.observer.observe(one, { attributeFilter: ['lang'] });
    }
    void this.follow();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  private async follow(): Promise<void> {
    const { language, locale } = chosen(
      around(this.host).map((one) => one.getAttribute('lang')),
      navigator.languages,
    );
    const asked = `${language} ${locale}`;
    if (asked === this.asked) {
      return;
    }
    this.asked = asked;
    const messages = await loaded(language);
    if (this.asked !== asked) {
      return; // Another one was asked for meanwhile.
    }
    if (messages === null) {
      this.asked = null; // Tried again with the next change.
    }
    speak(messages ?? en);
    useLocale(messages ? locale : 'en');
    this.language = messages && language === 'de' ? 'de' : 'en';
    this.direction = messages && language === 'pseudo' ? 'rtl' : 'ltr';
    renew(this.host);
  }
}

/** Null where the file of the language does not come: English takes its place. */
async function loaded(language: Language): Promise<Messages | null> {
  try {
    return await chunks[language]();
  } catch (failure) {
    console.error(
      `The Licensing page could not load its texts in the language ${language}. It speaks English.`,
      failure,
    );
    return null;
  }
}

/** The element, and what it is in, through the borders of shadow trees. */
function around(element: Element): Element[] {
  const above = element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return above ? [element, ...around(above)] : [element];
}

/** Shows everything anew. What is typed, open or focused stays as it is. */
function renew(element: Partial<Speaker>): void {
  element.requestUpdate?.();
  for (const one of element.renderRoot?.querySelectorAll<Speaker>('*') ?? []) {
    if ('requestUpdate' in one) {
      renew(one);
    }
  }
}
