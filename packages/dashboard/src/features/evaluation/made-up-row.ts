import type { MonthRow } from './rows.ts';

/** A unit of tests, of which they say what counts. */
export const rowOf = (code: string, said: Partial<MonthRow>): MonthRow => ({
  code,
  standing: 'ranked',
  ...{ rank: 1, first: 1, last: 1, score: 90, scoreLower: 80, scoreUpper: 95, toldApart: false },
  ...{
    orders: 100,
    excluded: 0,
    visited: 90,
    upheld: 0,
    change: null,
    mark: 'chance',
    movement: null,
    class: null,
  },
  ...{ calledIn: false, calledInSure: true, caseMixRank: null, caseMixScore: null },
  ...{ weightsBest: null, weightsWorst: null, details: true, rates: [] },
  ...said,
});
