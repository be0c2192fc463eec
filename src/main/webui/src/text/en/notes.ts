export const notes = {
  heading: 'Notes about this license',
  rollbackConfirmed: 'The older state was confirmed.',
  confirmFailed: 'The older state was not confirmed',
  help: 'What to do',
  helpAbout: (code: string) => `about ${code}`,
};
