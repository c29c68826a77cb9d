import type { Language } from '@hotline-atlas/model';

/** The language of the browser, where the address names none. */
export const ownLanguage = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
