import { type RankReach, rankReach } from '@hotline-atlas/evaluation';
import { inThread } from '../threads/threads.ts';

/** Scores of one month and how sure they are; shapes units, in points and points². */
interface ScoredMonth {
  scores: Float64Array;
  variances: Float64Array;
  seed: number;
}

interface DrawnMonths {
  months: readonly ScoredMonth[];
  draws: number;
}

/** Between which ranks units of some months may truly stand. */
export const rankReaches = ({ months, draws }: DrawnMonths): RankReach[] =>
  months.map(({ scores, variances, seed }) => rankReach(scores, variances, { draws, seed }));

/** So many draws of a unit are drawn here: handing them to a thread takes longer. */
const fewDraws = 200_000;
const parts = 4;

/** The same, in threads where it takes long. */
export async function reachesInThreads(input: DrawnMonths, signal: AbortSignal | null): Promise<RankReach[]> {
  const { months, draws } = input;
  const all = months.reduce((sum, { scores }) => sum + scores.length * draws, 0);
  if (all <= fewDraws) return rankReaches(input);
  const each = Math.ceil(months.length / parts);
  const shares = Array.from({ length: parts }, (_, part) => months.slice(part * each, (part + 1) * each));
  const drawn = await Promise.all(
    shares.map((share) => inThread(rankReaches, { months: share, draws }, signal)),
  );
  return drawn.flat();
}
