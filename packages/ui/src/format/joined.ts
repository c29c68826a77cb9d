import type { Language } from '@hotline-atlas/model';

/** `what: said`, with the colon of the language. */
export const labelled = (what: string, said: string, language: Language): string =>
  language === 'zh' ? `${what}：${said}` : `${what}: ${said}`;

/** Things of one kind, one after the other: `、` in Chinese. */
export const listed = (things: readonly string[], language: Language): string =>
  things.join(language === 'zh' ? '、' : ', ');

/** Parts of one sentence, one after the other: `，` in Chinese. */
export const continued = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh' ? '，' : ', ');

/** Sentences that stand in one line: `；` in Chinese. */
export const sequenced = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'zh' ? '；' : '; ');
