import { daysBetween, type LocalDate, type Period, shift } from './time.ts';

/** The later of two days. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  if (a > b) return a;
  return b;
}

/** The earlier of two days. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  if (a < b) return a;
  return b;
}

/** The part of a period that lies in another; null where there is none. */
export function overlap(a: Period, b: Period): Period | null {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  return from < to ? { from, to } : null;
}

/** Whether a period lies wholly in one of some spans. */
export const isWithin = ({ from, to }: Period, spans: readonly Period[]): boolean =>
  spans.some((span) => from >= span.from && to <= span.to);

/** Spans in order, those that touch or overlap as one. */
export function united(spans: readonly Period[]): Period[] {
  const inOrder = [...spans].filter(({ from, to }) => from < to).sort((a, b) => (a.from < b.from ? -1 : 1));
  const together: Period[] = [];
  for (const span of inOrder) {
    const last = together.at(-1);
    if (last && span.from <= last.to) last.to = later(span.to, last.to);
    else together.push({ ...span });
  }
  return together;
}

/** The days of some spans that lie in some others. Both in order, none of them overlapping. */
export function intersection(some: readonly Period[], others: readonly Period[]): Period[] {
  const common: Period[] = [];
  let at = 0;
  for (const span of some) {
    while ((others[at]?.to ?? span.to) <= span.from && at < others.length) at++;
    for (let index = at; (others[index]?.from ?? span.to) < span.to; index++) {
      const both = overlap(span, others[index] ?? span);
      if (both) common.push(both);
    }
  }
  return common;
}

/** The days of some spans that lie in none of some others. Both in order, none of them overlapping. */
export function difference(some: readonly Period[], others: readonly Period[]): Period[] {
  const [first, last] = [some[0]?.from ?? '', some.at(-1)?.to ?? ''];
  const edges = [first, ...others.flatMap(({ from, to }) => [from, to]), last];
  const between = Array.from({ length: edges.length / 2 }, (_, index) => ({
    from: edges[2 * index] ?? last,
    to: edges[2 * index + 1] ?? last,
  }));
  return intersection(
    some,
    between.filter(({ from, to }) => from < to),
  );
}

/** How many days some spans have. */
export const daysIn = (spans: readonly Period[]): number =>
  spans.reduce((sum, { from, to }) => sum + daysBetween(from, to), 0);

/** Every day of some spans. */
export const daysOfSpans = (spans: readonly Period[]): LocalDate[] =>
  spans.flatMap(({ from, to }) =>
    Array.from({ length: daysBetween(from, to) }, (_, at) => shift(from, 'day', at)),
  );

/** Whether a day lies in one of some spans. */
export const isIn = (day: LocalDate, spans: readonly Period[]): boolean =>
  spans.some(({ from, to }) => from <= day && day < to);
