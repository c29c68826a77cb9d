import { type Answer, type DimensionName, encodeQuery } from '@hotline-atlas/model';
import { numberIn, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { useRequest } from '../../questions/useRequest.ts';

const addressOf = (by: readonly DimensionName[]) =>
  `query?${encodeQuery({
    metrics: ['appeals'],
    by: [...by],
    where: [],
    withoutRegimes: [],
    order: [],
    resolution: 8,
  })}`;

/** Shown beside the hours of the week, the first two a city tells apart. */
const always = ['channel', 'kind'] as const;
const instead = ['unit', 'status'] as const;
export type Category = (typeof always)[number] | (typeof instead)[number];

/** Whether most appeals have a value, and not all the same: one alone is no news. */
function isVaried(answer: Answer | undefined, dimension: DimensionName): boolean {
  const rows = answer?.rows ?? [];
  const known = rows.filter((row) => textIn(row, dimension) !== '' && numberIn(row, 'appeals'));
  const sum = (some: typeof rows) => some.reduce((all, row) => all + (numberIn(row, 'appeals') ?? 0), 0);
  return new Set(known.map((row) => textIn(row, dimension))).size > 1 && sum(known) > sum(rows) / 2;
}

/** The categories worth a panel in this city, over all time; the usual ones until that is known. */
export function useCategories(): readonly Category[] {
  const first = useRequest<Answer>(addressOf(always)).answer;
  const found = first ? always.filter((dimension) => isVaried(first, dimension)) : always;
  const wanted = found.length < 2;
  const units = useRequest<Answer>(wanted ? addressOf(['unit']) : '').answer;
  const states = useRequest<Answer>(wanted ? addressOf(['status']) : '').answer;
  const more = [isVaried(units, 'unit') && instead[0], isVaried(states, 'status') && instead[1]];
  return [...found, ...more.filter((name) => name !== false)].slice(0, 2);
}
