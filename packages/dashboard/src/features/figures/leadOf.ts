import type { ChangeMark } from '@hotline-atlas/model';
import { listed } from '@hotline-atlas/ui/format/joined.ts';
import type { Screen } from '../../screen/screen.ts';
import { figureWords } from './words.ts';

/** A figure of the page with what the judgement says of its change. */
export interface JudgedFigure {
  label: string;
  /** With its sign: `+12.9%`. */
  change: string;
  mark: ChangeMark;
}

/** The mark of a page's first line, and the line. */
export interface Lead {
  mark: ChangeMark;
  text: string;
}

/**
 * What to read first of the figures: those that moved beyond chance, with how far; else that none did. Null
 * where none is judged.
 * @param period what it is compared with, as words
 */
export function leadOf(
  figures: readonly JudgedFigure[],
  period: string,
  language: Screen['language'],
): Lead | null {
  const words = figureWords[language].lead;
  const moved = figures.filter(({ mark }) => mark === 'beyond_chance');
  if (moved.length > 0) {
    const told = moved.map(({ label, change }) => words.figure(label, change));
    return { mark: 'beyond_chance', text: words.moved(listed(told, language), period) };
  }
  const open = figures.some(({ mark }) => mark === 'provisional');
  if (open) return { mark: 'provisional', text: words.open(period) };
  const told = figures.filter(({ mark }) => mark === 'chance');
  if (told.length === 0) return null;
  return {
    mark: 'chance',
    text: words.none(
      listed(
        told.map(({ label }) => label),
        language,
      ),
      period,
    ),
  };
}
