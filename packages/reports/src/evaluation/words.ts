import type { Language } from '@hotline-atlas/model';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

export type EvaluationWords = typeof english;

const dictionaries: Record<Language, EvaluationWords> = { en: english, zh: chinese };

/** The words of the documents of an evaluation. */
export const wordsOf = (language: Language): EvaluationWords => dictionaries[language];
