import type { Messages } from '../en.js';

export const seats: Messages['seats'] = {
  heading: 'Wer die Lizenzplätze hat',
  lead: (shown, count) =>
    shown < count
      ? `${count} andere Installationen haben einen Platz. ${shown === 1 ? 'Hier ist eine davon:' : `Hier sind ${shown} davon, die zuletzt gemeldete zuerst:`}`
      : shown === 1
        ? 'Eine andere Installation hat den Platz:'
        : `${count} andere Installationen haben einen Platz. Die zuletzt gemeldete steht zuerst:`,
  unnamed: 'Installation ohne Namen',
  lastCheckOut: (when) => `Zuletzt gemeldet am ${when}`,
  neverCheckedOut: 'Nie gemeldet',
  copyRequest: 'Bitte um Freigabe kopieren',
  request: (fingerprint, name, lastCheckOut) =>
    `Bitte geben Sie den Platz dieser Installation von Inspire frei. Es gibt sie nicht mehr, deshalb lässt sich ihre Lizenz dort nicht deaktivieren.\n\nFingerabdruck: ${fingerprint}\n${name ? `Name: ${name}\n` : ''}${lastCheckOut}\nLizenzschlüssel: (die letzten Zeichen Ihres Schlüssels)`,
};
