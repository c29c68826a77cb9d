import { encodeQuery, hasChangeShare, type Query } from '@hotline-atlas/model';
import fc from 'fast-check';
import { questionsOf } from '../../random-questions.ts';
import type { RecordedRequest } from './request.ts';
import type { RecordedSubject } from './subject.ts';

const many = ['subdistrict', 'cell', 'topic2', 'topic3', 'unit'];

/** Whether a question may have so many rows that the whole set would take long to ask. */
const isLong = ({ by }: Query): boolean =>
  by.some((name) => name === 'hour' || name === 'cell') ||
  by.filter((name) => many.includes(name) || name === 'day').length > 1 ||
  by.length > 2;

const columnsOf = ({ metrics, compare }: Query): string[] =>
  metrics.flatMap((metric) => {
    if (!compare) return [metric];
    const share = hasChangeShare(metric) ? [`${metric}_change_share`] : [];
    return [metric, `${metric}_before`, `${metric}_paired`, `${metric}_change`, ...share];
  });

/** Sorted by up to two columns and then by all groups, so that a limit always leaves the same rows. */
function ordered(query: Query): fc.Arbitrary<Query> {
  const by = query.by.map((column) => ({ column, descending: false }));
  return fc
    .record({
      columns: fc.shuffledSubarray(columnsOf(query), { minLength: 1, maxLength: 1 }),
      descending: fc.boolean(),
      limit: fc.constantFrom(1, 7, 50, 400, 2000),
    })
    .map(({ columns, descending, limit }) => ({
      ...query,
      order: [...columns.map((column) => ({ column, descending })), ...by],
      limit,
    }));
}

/** Compares with a period of its own instead of the year before. */
const besides = (query: Query, months: readonly string[]): fc.Arbitrary<Query> =>
  fc.tuple(fc.constantFrom(...months), fc.constantFrom(...months)).map((days) => {
    const [from = '', to = ''] = [...days].sort();
    return from < to ? { ...query, compare: { from, to } } : query;
  });

const anyQuery = (subject: RecordedSubject): fc.Arbitrary<Query> =>
  questionsOf(subject)
    .chain((query) =>
      query.compare
        ? fc.oneof(
            { weight: 4, arbitrary: fc.constant(query) },
            { weight: 1, arbitrary: besides(query, subject.months) },
          )
        : fc.constant(query),
    )
    .chain((query) => (isLong(query) ? ordered(query) : fc.oneof(fc.constant(query), ordered(query))))
    .chain((query) =>
      subject.words.length === 0
        ? fc.constant(query)
        : fc.oneof(
            { weight: 19, arbitrary: fc.constant(query) },
            { weight: 1, arbitrary: fc.constantFrom(...subject.words).map((q) => ({ ...query, q })) },
          ),
    );

/** Different questions, each as the parameters of `/api/query`. */
function differentQuestions(subject: RecordedSubject, count: number, seed: number): string[] {
  const found = new Set<string>();
  for (let turn = 0; found.size < count && turn < 20; turn++)
    for (const query of fc.sample(anyQuery(subject), { numRuns: count, seed: seed + turn }))
      if (found.size < count) found.add(`${encodeQuery(query)}`);
  return [...found];
}

const arrow = 'application/vnd.apache.arrow.stream';

/** Questions of `/api/query`, one in eight of them answered as Arrow. */
export const questionRequests = (subject: RecordedSubject, count: number, seed: number): RecordedRequest[] =>
  differentQuestions(subject, count, seed).map((question, index) => ({
    kind: index % 8 === 7 ? 'query as arrow' : 'query',
    path: `query?${question}`,
    ...(index % 8 === 7 && { accept: arrow }),
  }));

/** Questions of a screen: one selection, asked by several groups, as `/api/answers` is asked. */
export function togetherRequests(subject: RecordedSubject, count: number, seed: number): RecordedRequest[] {
  const together = fc
    .tuple(questionsOf(subject), fc.array(questionsOf(subject), { minLength: 2, maxLength: 7 }))
    .map(([{ where, from, to, withoutRegimes, compare }, queries]) =>
      queries.map((query, index) => ({
        ...query,
        by: query.by.filter((name) => name !== 'hour' && !many.includes(name)).slice(0, 2),
        where: index % 3 === 2 ? where.slice(1) : where,
        withoutRegimes,
        ...(from && to && { from, to }),
        ...(compare && index % 2 === 0 && { compare }),
      })),
    );
  return fc.sample(together, { numRuns: count, seed }).map((queries) => {
    const asked = new URLSearchParams(
      queries.map((query): [string, string] => ['question', `${encodeQuery(query)}`]),
    );
    return { kind: 'answers', path: `answers?${asked}` };
  });
}
