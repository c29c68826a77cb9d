import type { City } from '@hotline-atlas/city';
import { overlap, type Period, shift, type TrendMark } from '@hotline-atlas/model';
import { bilingual } from './year-on-year.ts';

/** What happened in a period, to be marked on its time axis. */
export const marksOf = (
  period: Period,
  { holidays, regimes, annotations }: Pick<City, 'holidays' | 'regimes' | 'annotations'>,
): TrendMark[] =>
  [
    ...holidays.map(({ from, to, label }) => ({
      from,
      to,
      kind: 'holiday' as const,
      label: bilingual(label),
    })),
    ...regimes.map(({ from, to, label }) => ({ from, to, kind: 'regime' as const, label: bilingual(label) })),
    ...annotations.map(({ date, label }) => ({
      from: date,
      to: shift(date, 'day', 1),
      kind: 'annotation' as const,
      label: bilingual(label),
    })),
  ].filter((mark) => overlap(mark, period));
