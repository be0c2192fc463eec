import { registerTranslation, type DefaultTranslation } from '@shoelace-style/localize';
import { text } from '../text/text.js';

/** What the components of Web Awesome say by themselves: `build/own-words.ts` puts it in the place of their English. */
export const words: DefaultTranslation & Record<string, string | (() => string)> = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',
  close: () => text.common.close,
  loading: () => text.common.loading,
};

// It stands for every language: it is the only one there is, and a word is asked for when it is said.
registerTranslation(words);
