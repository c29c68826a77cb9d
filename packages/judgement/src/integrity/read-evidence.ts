import type { Cost } from '@hotline-atlas/clickhouse';
import type { IntegrityKind } from '@hotline-atlas/model';
import { bind, type Reader, recordNumber, type Sql, sql, whole } from '@hotline-atlas/query';
import type { JudgementRun } from '../series/judgement-run.ts';
import { closedForCaller, countedFor, evidenceFor, hasReply, replyLikeness } from './counted.ts';
import { type IntegrityAsked, rowsOf, unitOf } from './question.ts';
import { rowsOfValues } from './read-counts.ts';

/** Orders of one question that are told. */
const mostOrders = 20;

/** A question whose orders are looked for. */
export interface EvidenceAsked {
  unit: string;
  kind: IntegrityKind;
  way: string;
  /** What the most frequent reply of the unit is known by. */
  likeness: string;
}

/** Orders of callers whose matter comes again, with the ones before them. */
const comesAgain = (asked: IntegrityAsked, run: JudgementRun, units: Sql): Sql =>
  sql`${closedForCaller} AND (${unitOf(asked)}, source.caller, source.topic1, source.topic2, source.topic3) IN (
  SELECT ${unitOf(asked)}, source.caller, source.topic1, source.topic2, source.topic3
  ${rowsOf(asked, run)} AND ${closedForCaller} AND ${unitOf(asked)} IN ${units}
  GROUP BY ${unitOf(asked)}, source.caller, source.topic1, source.topic2, source.topic3
  HAVING max(source.received) >= min(source.closed)
)`;

function conditionOf(
  questions: readonly EvidenceAsked[],
  asked: IntegrityAsked,
  run: JudgementRun,
): Sql | null {
  const [first] = questions;
  if (!first) return null;
  const units = bind(
    'units',
    'Array(String)',
    questions.map(({ unit }) => unit),
  );
  const likenesses = bind(
    'likenesses',
    'Array(String)',
    questions.map(({ likeness }) => likeness),
  );
  const among = sql`${unitOf(asked)} IN ${units}`;
  if (first.kind === 'closed_again') return sql`${among} AND ${comesAgain(asked, run, units)}`;
  if (first.kind === 'template_replies')
    return sql`${among} AND ${hasReply} AND has(arrayZip(${units}, ${likenesses}), (${unitOf(asked)}, toString(${replyLikeness})))`;
  if (first.kind === 'odd_exclusions' || first.kind === 'shrinking_base')
    return sql`${among} AND ${countedFor('excluded', asked)}`;
  const condition = evidenceFor(first.way, asked);
  return condition && sql`${among} AND ${condition}`;
}

const keyOf = ({ kind, way }: EvidenceAsked): string => `${kind} ${way}`;

/** By unit, kind and way. */
export const evidenceKey = (unit: string, kind: string, way: string): string => `${unit}\n${kind} ${way}`;

/**
 * Numbers of some orders of each question, the newest first, as whoever asks may see them; none of orders
 * they do not see. A statement a kind and way.
 */
export async function readEvidence(
  questions: readonly EvidenceAsked[],
  asked: IntegrityAsked,
  run: JudgementRun & { reader: Reader },
): Promise<{ orders: Map<string, string[]> } & Cost> {
  const groups = new Map<string, EvidenceAsked[]>();
  for (const question of questions)
    groups.set(keyOf(question), [...(groups.get(keyOf(question)) ?? []), question]);
  const orders = new Map<string, string[]>();
  const costs = await Promise.all(
    [...groups.values()].map(async (group) => {
      const condition = conditionOf(group, asked, run);
      if (!condition) return { rowsRead: 0, milliseconds: 0 };
      const { rows, ...cost } = await rowsOfValues<[string, string]>(
        sql`SELECT ${unitOf(asked)} AS own_unit, ${recordNumber(run.reader)} AS id
${rowsOf(asked, run)} AND ${condition}
ORDER BY source.day DESC, id LIMIT ${whole(mostOrders)} BY own_unit`,
        'integrity: evidence',
        run,
      );
      const [{ kind, way } = { kind: '', way: '' }] = group;
      for (const [unit, id] of rows) {
        const key = evidenceKey(unit, kind, way);
        orders.set(key, [...(orders.get(key) ?? []), id]);
      }
      return cost;
    }),
  );
  return {
    orders,
    rowsRead: costs.reduce((sum, { rowsRead }) => sum + rowsRead, 0),
    milliseconds: costs.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}
