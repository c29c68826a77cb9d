import type { Cost } from '@hotline-atlas/clickhouse';
import {
  isExcluded,
  isRowMeasure,
  type Measure,
  type ObjectionCorrection,
  type ObjectionResult,
  objectionUpheld,
  type Scheme,
} from '@hotline-atlas/model';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type MonthOrder, readOrders } from './read-orders.ts';
import { countedIn, type TallyQuestion } from './tally-question.ts';

/** What counts of a unit change by: one entry less, another one more. */
interface TallyChange {
  unit: string;
  stratum: string;
  reason: string;
  counts: number[];
}

/** What became of an upheld objection. */
export interface CorrectedOrder {
  correction: ObjectionCorrection;
  result: ObjectionResult;
  /** Whose counts changed; null where none did, or not in this group. */
  unit: string | null;
}

/** Upheld objections, and what they change. */
export interface ReadCorrections extends Cost {
  corrected: CorrectedOrder[];
  changes: TallyChange[];
}

/** An answer of the return visit, as rows hold it. */
const held = { yes: 'yes', not_asked: '' } as const;

const isCorrected = ({ resolved, satisfied }: MonthOrder, correction: ObjectionCorrection): boolean =>
  (correction.resolved === null || resolved === held[correction.resolved]) &&
  (correction.satisfied === null || satisfied === held[correction.satisfied]);

/** What a measure counts of an order once its outcome is corrected; undefined: as before. */
function correctedMeasure(
  measure: Measure,
  { resolved, satisfied }: ObjectionCorrection,
): number | undefined {
  const answers: Partial<Record<Measure, ObjectionCorrection['resolved']>> = {
    ...{ resolved, resolution_asked: resolved, satisfied, satisfaction_asked: satisfied },
  };
  const answer = answers[measure];
  return answer ? Number(answer === 'yes') : undefined;
}

/** Counts of an order by its corrected outcome. What was never dispatched has none. */
function correctedCounts(scheme: Scheme, row: MonthOrder, correction: ObjectionCorrection): number[] {
  const [, dispatched = 0] = row.counts;
  return countedIn(scheme).map((of, at) => {
    const before = row.counts[at] ?? 0;
    if (typeof of !== 'string' || isRowMeasure(of) || dispatched === 0) return before;
    return correctedMeasure(of, correction) ?? before;
  });
}

function resultOf(
  scheme: Scheme,
  row: MonthOrder | undefined,
  correction: ObjectionCorrection,
): ObjectionResult {
  if (!row) return 'gone';
  if (row[correction.by] !== correction.unit) return 'moved';
  if (isExcluded(scheme, row.reason)) return 'already_excluded';
  return correction.effect === 'corrected' && isCorrected(row, correction) ? 'already_so' : 'applied';
}

/** One entry less and another more, as an objection that is applied says. */
function changesOf(
  scheme: Scheme,
  row: MonthOrder,
  unit: string,
  correction: ObjectionCorrection,
): TallyChange[] {
  const { stratum, reason, counts } = row;
  const isOut = correction.effect === 'excluded';
  return [
    { unit, stratum, reason, counts: counts.map((count) => -count) },
    {
      ...{ unit, stratum, reason: isOut ? objectionUpheld : reason },
      counts: isOut ? counts : correctedCounts(scheme, row, correction),
    },
  ];
}

/** Whether a unit is in the group. */
const isMember = ({ group, members }: TallyQuestion, unit: string): boolean =>
  unit !== '' && (members ? members.includes(unit) : !group.without.includes(unit));

/**
 * Reads the orders of upheld objections as they are now, and what the objections change: one statement for
 * all of them. An order that is excluded already, counts for another unit or is gone is left as it is.
 */
export async function readCorrections(
  question: TallyQuestion,
  run: JudgementRun,
  timeZone: string,
): Promise<ReadCorrections> {
  const { scheme, group, corrections = [] } = question;
  if (corrections.length === 0) return { corrected: [], changes: [], rowsRead: 0, milliseconds: 0 };
  const numbers = corrections.map(({ order }) => order);
  const { orders, ...cost } = await readOrders(question, numbers, run, timeZone);
  const changes: TallyChange[] = [];
  const corrected = corrections.map((correction): CorrectedOrder => {
    const row = orders.get(correction.order);
    const result = resultOf(scheme, row, correction);
    if (!row || result !== 'applied' || !isMember(question, row[group.by]))
      return { correction, result, unit: null };
    changes.push(...changesOf(scheme, row, row[group.by], correction));
    return { correction, result, unit: row[group.by] };
  });
  return { corrected, changes, ...cost };
}
