import type { PlanArray } from '../plan-table.ts';
import type { History } from './history.ts';
import { phrasesOf, type Run } from './phrases.ts';

/** Names an appeal's own place, unit and topic give it, in one list. */
export interface OwnWords {
  words: string[];
  /** How many entries stand before those of each kind. */
  figures: Record<'roads' | 'estates' | 'districts' | 'units' | 'topics' | 'fillers', number>;
}

/** The words that are the same in every month. Whoever has no unit has an empty name for it. */
export function ownWordsOf(
  { districts, units, topics }: History,
  spots: readonly { road: string; estate: string }[],
): OwnWords {
  const lists = {
    roads: spots.map(({ road }) => road),
    estates: spots.map(({ estate }) => estate),
    districts: [...districts.map(({ name }) => name), ''],
    units: units.map(({ name }) => name),
    topics: topics.map(({ label }) => label),
  };
  const words: string[] = [];
  const figures = { roads: 0, estates: 0, districts: 0, units: 0, topics: 0, fillers: 0 };
  for (const [kind, list] of Object.entries(lists)) {
    figures[kind as keyof typeof lists] = words.length;
    words.push(...list);
  }
  return { words, figures: { ...figures, fillers: words.length } };
}

const runArrays = (name: string, runs: readonly Run[]): PlanArray[] => [
  { name: `${name}_firsts`, column: 'whole', values: runs.map(({ first }) => first) },
  { name: `${name}_counts`, column: 'whole', values: runs.map(({ count }) => count) },
];

/** What sql/10_choice.sql and sql/11_wording.sql need in a month (1 to 12). */
export function wordingArrays({ language, topics }: History, own: OwnWords, month: number): PlanArray[] {
  const phrases = phrasesOf(language, topics, month, own.figures.fillers);
  return [
    { name: 'words', column: 'words', values: [...own.words, ...phrases.fillers] },
    ...phrases.pieces.map(
      (pieces, at): PlanArray => ({ name: `wording_pieces_${at + 1}`, column: 'words', values: pieces }),
    ),
    ...phrases.slots.flatMap((runs, at): PlanArray[] => [
      { name: `slot_firsts_${at + 1}`, column: 'whole', values: runs.map(({ first }) => first) },
      { name: `slot_counts_${at + 1}`, column: 'whole', values: runs.map(({ count }) => count) },
    ]),
    ...runArrays('wording', phrases.wordings),
    ...runArrays('remedy', phrases.remedies),
    ...runArrays('opening', phrases.openings),
    ...runArrays('ending', phrases.endings),
    ...runArrays('reply', phrases.replies),
  ];
}
