import { number } from '../number.js';

export const preview = {
  title: 'What will change',
  same: 'Entitlements, limits and expiry stay as they are.',
  gained: 'Gained',
  lost: 'Lost',
  counted: (list: string, count: number) => `${list} (${number(count)})`,
  now: 'Now',
  after: 'After',
  what: 'What',
  name: 'Name',
  expires: 'Expires',
  entitlements: 'Entitlements',
  kept: (count: number) => (count === 1 ? '1 entitlement stays.' : `${number(count)} entitlements stay.`),
  less: 'less than now',
  sooner: 'sooner than now',
  fileEnds: (end: string) => `The license file is valid here until ${end}. You need a new one by then.`,
  outdated: 'The license has changed',
  outdatedText: 'This preview is new: it shows what will change now. Nothing was applied.',
  acknowledge: 'I understand what is lost',
  confirm: 'Apply changes',
};
