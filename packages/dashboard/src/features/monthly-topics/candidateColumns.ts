import { candidateCriteria, type MonthlyTopicCandidate } from '@hotline-atlas/model';

/** The columns of the table of candidates. */
export const candidateColumns = ['topic', ...candidateCriteria, 'undominated'] as const;
export type CandidateColumn = (typeof candidateColumns)[number];

/** How the table is sorted. */
export interface CandidateOrder {
  column: CandidateColumn;
  /** Against what is usual: most first; for names, low resolution and a peak that is near, least first. */
  reversed: boolean;
}

/** The order an address names: `growth`, or `-growth` the other way round. Volume where it names none. */
export function orderOf(sent: string): CandidateOrder {
  const reversed = sent.startsWith('-');
  const column = candidateColumns.find((each) => each === (reversed ? sent.slice(1) : sent));
  return column ? { column, reversed } : { column: 'volume', reversed: false };
}

/** What an address says of an order; nothing of the usual one. */
export const orderSent = ({ column, reversed }: CandidateOrder): string =>
  column === 'volume' && !reversed ? '' : `${reversed ? '-' : ''}${column}`;

/** The order after a click on a column: another column as usual, the same one turned round. */
export const orderAfter = (now: CandidateOrder, column: CandidateColumn): CandidateOrder => ({
  column,
  reversed: now.column === column && !now.reversed,
});

/** Columns that begin with the least. */
const leastFirst: ReadonlySet<CandidateColumn> = new Set(['topic', 'resolution', 'season']);

/** Whether an order goes down from the largest. */
export const isDescending = ({ column, reversed }: CandidateOrder): boolean =>
  leastFirst.has(column) === reversed;

/** What a column sorts by; null where it is not known, or rests on too few. */
const sortedBy: Record<
  Exclude<CandidateColumn, 'topic'>,
  (candidate: MonthlyTopicCandidate) => number | null
> = {
  volume: ({ volume }) => volume.appeals,
  growth: ({ growth }) => (growth?.mark === 'too_few' ? null : (growth?.change_share ?? null)),
  growth_previous: ({ growth_previous: growth }) =>
    growth?.mark === 'too_few' ? null : (growth?.change_share ?? null),
  spread: ({ spread }) => spread.effective,
  resolution: ({ resolution }) => (resolution.mark === 'too_few' ? null : resolution.rate),
  repeats: ({ repeats }) => repeats?.rate ?? null,
  season: ({ season }) => (season.in_season ? -1 : season.months_to_peak),
  persistence: ({ persistence }) => (persistence.known > 0 ? persistence.above : null),
  undominated: ({ undominated }) => (undominated === null ? null : Number(undominated)),
};

/**
 * Candidates in an order. What is not known comes last whichever way it goes; equal ones by volume.
 * @param nameOf the name of a topic
 */
export function inOrder(
  candidates: readonly MonthlyTopicCandidate[],
  order: CandidateOrder,
  nameOf: (topic: string) => string,
): MonthlyTopicCandidate[] {
  const sign = isDescending(order) ? -1 : 1;
  const byVolume = (one: MonthlyTopicCandidate, other: MonthlyTopicCandidate) =>
    other.volume.appeals - one.volume.appeals;
  const { column } = order;
  if (column === 'topic')
    return candidates.toSorted(
      (one, other) => sign * nameOf(one.topic).localeCompare(nameOf(other.topic)) || byVolume(one, other),
    );
  const value = sortedBy[column];
  return candidates.toSorted((one, other) => {
    const [first, second] = [value(one), value(other)];
    if (first === null || second === null)
      return Number(first === null) - Number(second === null) || byVolume(one, other);
    return sign * (first - second) || byVolume(one, other);
  });
}
