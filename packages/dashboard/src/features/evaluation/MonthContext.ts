import type { Evaluation } from '@hotline-atlas/model';
import { createContext, useContext } from 'react';
import type { MonthRow, RowNames } from './rows.ts';

/** The month that is shown. */
export interface MonthShown {
  answer: Evaluation;
  /** As they are ranked. */
  rows: readonly MonthRow[];
  names: RowNames;
  /** Decimals of scores. */
  decimals: number;
}

export const MonthContext = createContext<MonthShown | null>(null);

/** The month this component is part of. */
export function useShownMonth(): MonthShown {
  const month = useContext(MonthContext);
  if (!month) throw new Error('rendered outside of a month');
  return month;
}
