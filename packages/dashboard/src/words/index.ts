import type { Language } from '@hotline-atlas/model';
import { useEffect, useState } from 'react';
import type { Messages } from './en.ts';

export type { Messages };

/** Each language calls itself by its own name, whatever the language of the screen. */
export const languageNames: Record<Language, string> = { en: 'English', zh: '中文' };

const catalogues: Record<Language, () => Promise<Messages>> = {
  en: () => import('./en.ts').then(({ en }) => en),
  zh: () => import('./zh.ts').then(({ zh }) => zh),
};

/** A language with its words. */
export interface Spoken {
  language: Language;
  messages: Messages;
}

/** The words of a language, fetched when it is first needed; the language before stays until they are here. */
export function useSpoken(language: Language): Spoken | null {
  const [spoken, setSpoken] = useState<Spoken | null>(null);
  useEffect(() => {
    let wanted = true;
    void catalogues[language]().then((messages) => wanted && setSpoken({ language, messages }));
    return () => {
      wanted = false;
    };
  }, [language]);
  return spoken;
}
