import type { Language } from '@hotline-atlas/model';
import { en, type Messages } from './en.ts';
import { zh } from './zh.ts';

export const catalogues: Record<Language, Messages> = { en, zh };
export type { Messages };
