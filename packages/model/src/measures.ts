/**
 * What is added up. Each measure is one additive number per appeal, the column `n_<measure>` of the fact
 * table; rollups hold the sums it is made of (see `stored-sums.ts`), so that the same question is answered
 * from either.
 */
const measures = {
  appeals: 'every appeal',
  direct: 'answered at the desk',
  dispatched: 'handed to a unit as an order',
  handling_known: 'known to be answered at the desk or dispatched',
  visited: 'return-visited',
  excluded: 'dispatched and excluded from evaluation, with a reason',
  contact_asked: 'asked in the return visit whether the unit made contact; dispatched and not excluded',
  contacted: 'of those, contacted',
  resolution_asked: 'asked whether the problem is solved; dispatched and not excluded',
  resolved: 'of those, solved',
  satisfaction_asked: 'asked whether they are satisfied; dispatched and not excluded',
  satisfied: 'of those, satisfied',
  due: 'with a due time that was met or had passed when loaded',
  on_time: 'of those, closed by the due time',
  closed: 'closed at a plausible time, desk answers apart',
  appellant_known: 'known to come from a citizen or an enterprise',
  enterprise: 'of those, from enterprises',
  not_located: 'without a usable location',
  caller_known: 'whose caller is known',
} as const satisfies Record<string, string>;

export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as Measure[];

/** The column of a measure, in the fact table and in answers. */
export const measureColumn = (measure: Measure): string => `n_${measure}`;
