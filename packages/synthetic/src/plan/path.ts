import { type Anchors, valueAt } from './anchors.ts';
import type { Month } from './calendar.ts';

const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** A figure of a month, with a straight line between the months it is given for. */
export const ofMonth = (path: readonly (readonly [Month, number])[], month: Month): number =>
  valueAt(
    path.map(([at, value]): [number, number] => [monthNumber(at), value]) satisfies Anchors,
    monthNumber(month),
  );
