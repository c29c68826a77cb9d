import { difference, intersection, type Period, united } from '@hotline-atlas/model';
import type { History } from './history.ts';

/** The days of a history by their standing in a question, in order. */
export interface Standing {
  /** Days that have data and are not left out. */
  covered: Period[];
  /** The same, with those under way at the end: their counts are shown. */
  counted: Period[];
  /** Days that the question leaves out. */
  without: Period[];
}

/** Which days a question that leaves out some spans can count. */
export function standingOf(without: readonly Period[], { coverage }: History): Standing {
  const leftOut = united(without.map(({ from, to }) => ({ from, to })));
  const underWay = coverage.underWay ? difference([coverage.underWay], coverage.gaps) : [];
  return {
    covered: difference(coverage.spans, leftOut),
    counted: difference(united([...coverage.spans, ...underWay]), leftOut),
    without: leftOut,
  };
}

/** Whether any day of a period is among some spans. */
export const hasAny = (period: Period, spans: readonly Period[]): boolean =>
  intersection([period], spans).length > 0;
