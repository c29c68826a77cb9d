import { excessOf, intervalOf, type JudgedTest, testChart, testWords } from '@hotline-atlas/evaluation';
import type { EvidenceAsked } from '@hotline-atlas/judgement';
import {
  type EvaluatedGroup,
  encodeClause,
  type IntegrityCounts,
  type IntegrityKind,
  type IntegrityTest,
  type Scope,
} from '@hotline-atlas/model';

const to =
  (decimals: number) =>
  (value: number): number | null =>
    Number.isFinite(value) ? Math.round(value * 10 ** decimals) / 10 ** decimals : null;
const [share, orders] = [to(6), to(2)];
const probability = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(4)) : null;

/** Kinds that wait for return visits. */
const visited: ReadonlySet<IntegrityKind> = new Set(['shrinking_base', 'unreachable_visits']);

/** Whether somebody may see which orders a kind asks about: they would tell more than is seen of each. */
export function seesEvidence(kind: IntegrityKind, { callers, texts, time }: Scope): boolean {
  if (kind === 'closed_again') return callers !== null || texts;
  if (kind === 'template_replies') return texts;
  if (kind === 'early_closing' || kind === 'textbook_digits') return time === 'second';
  return true;
}

/** Clauses that select the orders of a question, where filters do. */
function whereOf({ kind, way, unit }: JudgedTest, counts: IntegrityCounts, group: EvaluatedGroup) {
  const own = encodeClause({ dimension: group.by, exclude: false, values: [counts.units[unit] ?? ''] });
  if (kind === 'odd_exclusions' && way !== '')
    return [own, encodeClause({ dimension: 'excluded_reason', exclude: false, values: [way] })];
  if (kind === 'odd_exclusions' || kind === 'shrinking_base')
    return [own, encodeClause({ dimension: 'excluded_reason', exclude: true, values: [''] })];
  return null;
}

/** A question whose orders are looked for by their numbers. */
export const evidenceAsked = (
  { unit, kind, way }: JudgedTest,
  counts: IntegrityCounts,
  likeness: readonly string[],
): EvidenceAsked => ({
  unit: counts.units[unit] ?? '',
  ...{ kind, way },
  likeness: likeness[unit] ?? '',
});

/** What a test is told with. */
export interface Telling {
  counts: IntegrityCounts;
  group: EvaluatedGroup;
  month: string;
  provisional: { visits: boolean; closings: boolean };
  /** Numbers of orders of a test; null where whoever asks may not see them. */
  ordersOf: (test: JudgedTest) => string[] | null;
}

/** Orders of a unit that left the base: what is looked at where it shrinks. */
const excludedOf = ({ unit, counts }: IntegrityCounts, own: number): number =>
  counts.excluded.reduce((sum, orders, entry) => sum + (unit[entry] === own ? orders : 0), 0);

/** A test as it stands in an answer. */
export function testTold(test: JudgedTest, telling: Telling): IntegrityTest {
  const { counts, group, month, provisional, ordersOf } = telling;
  const { observed, of, expected, kind, way } = test;
  const interval = intervalOf(test);
  const found = ordersOf(test);
  const total = kind === 'shrinking_base' ? excludedOf(counts, test.unit) : observed;
  return {
    unit: counts.units[test.unit] ?? '',
    ...{ kind, way, standing: test.standing, observed, of },
    expected: orders(expected * of),
    share: share(observed / of),
    ...{ lower: share(interval.lower), upper: share(interval.upper), expected_share: share(expected) },
    ...{ p: probability(test.p), q: probability(test.q) },
    provisional: visited.has(kind) ? provisional.visits : provisional.closings,
    weight: orders(excessOf(test)) ?? 0,
    words: testWords(test),
    chart: testChart(test, counts, month),
    evidence: found && { where: whereOf(test, counts, group), orders: found, total },
  };
}
