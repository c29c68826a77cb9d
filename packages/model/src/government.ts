import type { Localized } from './localized.ts';

/** What a district is called as a unit that takes orders: its government, not the area. */
export const governmentOf = ({ en, zh }: Pick<Localized, 'en' | 'zh'>): Localized => ({
  en: `${en} District government`,
  ...(zh && { zh: `${zh}政府` }),
});
