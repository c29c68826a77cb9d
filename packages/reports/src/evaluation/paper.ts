import {
  type Evaluation,
  inLanguage,
  type Language,
  type Localized,
  type Scheme,
} from '@hotline-atlas/model';
import { type EvaluationWords, wordsOf } from './words.ts';

/** Whose row it is. */
export interface PaperUnit {
  label: Localized;
  /** The district it lies in; null where it is none, or not known. */
  within: Localized | null;
}

/** What a document of an evaluation is made of: an answer as whoever asks sees it, and names. */
export interface EvaluationPaper {
  evaluation: Evaluation;
  /** The rules of the month, in full. */
  scheme: Scheme;
  city: Localized;
  units: Readonly<Record<string, PaperUnit>>;
  /** What is told of made-up data; null where it is real. */
  synthetic: Localized | null;
  /** The program that worked the answer out. */
  program: string;
  /** Where the same is on the screen: a path, without a host. */
  address: string;
  language: Language;
}

/** A paper with its words. */
export interface Told extends EvaluationPaper {
  words: EvaluationWords;
}

export const toldOf = (paper: EvaluationPaper): Told => ({ ...paper, words: wordsOf(paper.language) });

/** Puts values where a text has their names in braces. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** What a unit is called; its code where it has no name, and that it has none where it has no code either. */
export function unitName(code: string, { units, language, words }: Told): string {
  const label = units[code]?.label;
  return (label ? inLanguage(label, language).trim() : '') || code.trim() || words.unnamed;
}

/** The district a unit lies in; empty where that is not known. */
export function withinOf(code: string, { units, language }: Told): string {
  const within = units[code]?.within;
  return within ? inLanguage(within, language) : '';
}

/** As of when the figures are: of frozen ones, as of when they were frozen. */
export function asOfTold({ evaluation: { meta } }: Told): { version: number; newest: string | null } {
  const { finalised, frozen, as_of } = meta;
  if (frozen && finalised) return { version: finalised.data_version, newest: finalised.newest_appeal };
  return { version: as_of.version, newest: as_of.newest_appeal };
}

/** The program the figures are of. */
export function programTold({ evaluation: { meta }, program }: Told): string {
  const { finalised, frozen } = meta;
  if (!frozen || !finalised) return program;
  const { version, build } = finalised.program;
  return [version, build].filter(Boolean).join(' ');
}
