import type { OurFigures } from './measure/ask-ours.ts';
import type { ComparedFigures } from './measure/compare-sides.ts';
import type { Labels, Question } from './questions/question.ts';
import type { ComparedName, ListName, OurSummary, SidesSummary } from './result.ts';
import { median, rounded, summaryOf } from './summary.ts';

const counts = (words: readonly string[]): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const word of words) found[word] = (found[word] ?? 0) + 1;
  return found;
};

const members: Record<ListName, (labels: Pick<Labels, 'list' | 'whole'>) => boolean> = {
  screens: ({ list }) => list === 'screens',
  screens_all_history: ({ list, whole }) => list === 'screens' && whole,
  hard_part: ({ list, whole }) => list === 'hard' && !whole,
  hard_all_history: ({ list, whole }) => list === 'hard' && whole,
  search: ({ list }) => list === 'search',
  clicks: ({ list }) => list === 'clicks',
};

function summarize(figures: readonly OurFigures[], of: number): OurSummary {
  const answered = figures.filter(({ failed }) => failed === null);
  return {
    asked: figures.length,
    of,
    server: summaryOf(answered.map(({ server }) => server)),
    wall: summaryOf(answered.map(({ wall }) => wall)),
    rows_read: summaryOf(answered.map(({ rows_read: rows }) => rows)),
    sources: counts(answered.map(({ source }) => source)),
    failed: figures.flatMap(({ address, failed }) => (failed === null ? [] : [{ address, failed }])),
    slowest: [...answered]
      .sort((a, b) => b.server - a.server)
      .slice(0, 12)
      .map(({ name, server, rows_read, source }) => ({ name, server, rows_read, source })),
  };
}

/** What the questions of every list took. */
export function summarizeOurs(
  figures: readonly OurFigures[],
  questions: readonly Question[],
): Record<ListName, OurSummary> {
  const list = (name: ListName) =>
    summarize(figures.filter(members[name]), questions.filter(members[name]).length);
  return {
    screens: list('screens'),
    screens_all_history: list('screens_all_history'),
    hard_part: list('hard_part'),
    hard_all_history: list('hard_all_history'),
    search: list('search'),
    clicks: list('clicks'),
  };
}

const known = (values: (number | null)[]): number[] => values.filter((value) => value !== null);

function compareList(figures: readonly ComparedFigures[], of: number): SidesSummary {
  const asked = figures.filter(({ bare, duckdb }) => bare !== null || duckdb !== null);
  const [bare, duckdb] = [known(asked.map((each) => each.bare)), known(asked.map((each) => each.duckdb))];
  const ours = summaryOf(asked.map((each) => each.ours_server));
  const p95Ratio = (side: 'bare' | 'duckdb'): number | null => {
    const both = asked.filter((each) => each[side] !== null);
    if (both.length === 0) return null;
    const theirs = summaryOf(known(both.map((each) => each[side]))).p95;
    return rounded(theirs / Math.max(summaryOf(both.map((each) => each.ours_server)).p95, 0.1));
  };
  const medianRatio = (side: 'bare' | 'duckdb'): number | null => {
    const ratios = asked.flatMap((each) =>
      each[side] === null ? [] : [each[side] / Math.max(each.ours_server, 0.1)],
    );
    return ratios.length > 0 ? rounded(median(ratios)) : null;
  };
  return {
    questions: asked.length,
    of,
    ours,
    bare: bare.length > 0 ? summaryOf(bare) : null,
    duckdb: duckdb.length > 0 ? summaryOf(duckdb) : null,
    bare_ratio: p95Ratio('bare'),
    duckdb_ratio: p95Ratio('duckdb'),
    bare_median_ratio: medianRatio('bare'),
    duckdb_median_ratio: medianRatio('duckdb'),
  };
}

/** The sides on the questions that were put to all of them, list by list. */
export function summarizeSides(
  figures: readonly ComparedFigures[],
  questions: readonly Question[],
): Record<ComparedName, SidesSummary> {
  const list = (name: ListName) =>
    compareList(figures.filter(members[name]), questions.filter(members[name]).length);
  return {
    screens: list('screens'),
    screens_all_history: list('screens_all_history'),
    hard_part: list('hard_part'),
    hard_all_history: list('hard_all_history'),
  };
}
