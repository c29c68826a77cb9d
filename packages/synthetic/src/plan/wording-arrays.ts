import type { PlanArray } from '../plan-table.ts';
import type { History } from './history.ts';
import { phrasesOf, type Run } from './phrases.ts';

const runArrays = (name: string, runs: readonly Run[]): PlanArray[] => [
  { name: `${name}_firsts`, column: 'whole', values: runs.map(({ first }) => first) },
  { name: `${name}_counts`, column: 'whole', values: runs.map(({ count }) => count) },
];

/** What sql/9_choice.sql and sql/10_wording.sql need in a month (1 to 12). */
export function wordingArrays({ language, topics }: History, month: number): PlanArray[] {
  const phrases = phrasesOf(language, topics, month);
  return [
    { name: 'fillers', column: 'words', values: phrases.fillers },
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
