import type { Messages } from '../en.js';

export const common: Messages['common'] = {
  tag: 'de',
  never: 'Nie',
  justNow: 'gerade eben',
  distance: (words) => words,
  unlimited: 'Unbegrenzt',
  none: '—',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Kopieren ist nicht möglich: Markieren Sie den Text und kopieren Sie ihn von Hand.',
  cancel: 'Abbrechen',
  close: 'Schließen',
  loading: 'Wird geladen',
  tryAgain: 'Erneut versuchen',
  and: ', ',
  technical: 'Technische Einzelheiten',
};
