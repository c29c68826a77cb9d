import type { Language } from '@hotline-atlas/model';
import { en, type Messages } from './en.ts';
import { zh } from './zh.ts';

export type { Messages };

/** Each language calls itself by its own name, whatever the language of the screen. */
export const languageNames: Record<Language, string> = { en: 'English', zh: '中文' };

/** Words that features share. A feature has its other words beside it. */
export const messages: Readonly<Record<Language, Messages>> = { en, zh };
