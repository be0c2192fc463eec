export const seats = {
  heading: 'Who has the seats',
  lead: (shown: number, count: number) =>
    shown < count
      ? `${count} other installations have a seat. ${shown === 1 ? 'Here is one of them:' : `Here are ${shown} of them, the latest check-out first:`}`
      : shown === 1
        ? 'Another installation has the seat:'
        : `${count} other installations have a seat. The latest check-out comes first:`,
  unnamed: 'Installation without a name',
  lastCheckOut: (when: string) => `Last check-out ${when}`,
  neverCheckedOut: 'Never checked out',
  copyRequest: 'Copy request to release it',
  request: (fingerprint: string, name: string | null, lastCheckOut: string) =>
    `Please release the seat of this installation of Inspire. It no longer exists, so its license can’t be deactivated there.\n\nFingerprint: ${fingerprint}\n${name ? `Name: ${name}\n` : ''}${lastCheckOut}\nLicense key: (the last characters of your key)`,
};
