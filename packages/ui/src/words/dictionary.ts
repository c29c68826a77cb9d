import type { Language } from '@hotline-atlas/model';
import { createContext, useContext } from 'react';

/** The same words in all languages. */
export type Dictionary<Words> = Readonly<Record<Language, Words>>;

/** Words in both languages, side by side. The English ones say what the others have to have. */
export const dictionary = <Words>(en: Words, zh: NoInfer<Words>): Dictionary<Words> => ({ en, zh });

export const LanguageContext = createContext<Language>('en');

/** The language of the page. */
export const useLanguage = (): Language => useContext(LanguageContext);

/** Words in the language of the page. */
export const useWords = <Words>(words: Dictionary<Words>): Words => words[useLanguage()];
