import { useScreen } from '../../screen/screen.ts';
import { en, type Words } from './en.ts';
import { zh } from './zh.ts';

export type { Words };

/** The words of the judgements in the language of the screen. */
export const useWords = (): Words => ({ en, zh })[useScreen().language];
