export const common = {
  /** The language of these texts. */
  tag: 'en',
  never: 'Never',
  justNow: 'just now',
  /** How long ago or ahead, as the reader’s formats have it. */
  distance: (words: string) => words,
  unlimited: 'Unlimited',
  none: '—',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying failed: select the text and copy it by hand.',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading',
  tryAgain: 'Try again',
  and: ', ',
  technical: 'Technical details',
};
