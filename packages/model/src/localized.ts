/** The languages of the interface. A city's own language may be a third one: see {@link Localized}. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** A name in the languages of the interface, and as the city itself writes it where that is neither. */
export interface Localized {
  en: string;
  zh?: string | undefined;
  local?: string | undefined;
}

/** The name in a language, falling back to English. */
export const inLanguage = (name: Localized, language: Language): string => name[language] ?? name.en;

/** A name in both languages of the interface. */
export interface Bilingual {
  en: string;
  zh: string;
}
