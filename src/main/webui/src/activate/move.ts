import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../parts/failure.js';
import { text } from '../text/text.js';

const words = text.activate;

/** The two texts of the form. */
export interface Texts {
  key: string;
  file: string;
}

/** The texts once one of them has moved to the field where it belongs. What was there takes its place: often both are mixed up. */
export function moved({ key, file }: Texts, belongsIn: Failure['belongsIn']): Texts {
  const texts = { key: file, file: key };
  const stays = belongsIn === 'licenseFile' ? file : key;
  const goes = belongsIn === 'licenseFile' ? key : file;
  return stays.trim() === goes.trim()
    ? { ...texts, ...(belongsIn === 'licenseFile' ? { key: '' } : { file: '' }) }
    : texts;
}

/** Offers to move what was pasted into the other field, where the service says that it belongs there. */
export function moveOffer({ belongsIn }: Failure, move: () => void): TemplateResult | typeof nothing {
  return belongsIn
    ? html`<wa-button size="s" appearance="outlined" @click=${move}
        >${belongsIn === 'licenseFile' ? words.moveToFile : words.moveToKey}</wa-button
      >`
    : nothing;
}
