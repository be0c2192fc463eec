import type { Messages } from '../en.js';
import { number } from './number.js';

export const preview: Messages['preview'] = {
  title: 'Was sich ändert',
  same: 'Freischaltungen, Obergrenzen und Ablauf bleiben, wie sie sind.',
  gained: 'Kommt hinzu',
  lost: 'Fällt weg',
  counted: (list, count) => `${list} (${number(count)})`,
  now: 'Jetzt',
  after: 'Danach',
  what: 'Was',
  name: 'Name',
  expires: 'Läuft ab',
  entitlements: 'Freischaltungen',
  kept: (count) => (count === 1 ? '1 Freischaltung bleibt.' : `${number(count)} Freischaltungen bleiben.`),
  less: 'weniger als jetzt',
  sooner: 'früher als jetzt',
  fileEnds: (end) => `Die Lizenzdatei gilt hier bis ${end}. Bis dahin brauchen Sie eine neue.`,
  outdated: 'Die Lizenz hat sich geändert',
  outdatedText: 'Diese Vorschau ist neu: Sie zeigt, was sich jetzt ändern würde. Angewendet wurde nichts.',
  acknowledge: 'Ich weiß, was wegfällt',
  confirm: 'Änderungen anwenden',
};
