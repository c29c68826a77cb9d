import type { City } from '@hotline-atlas/city';
import type { Backlog, BacklogPoint, Method } from '@hotline-atlas/model';
import { appealTable, newestSeen, notice, nowFor } from '@hotline-atlas/query';
import type { Judgement } from '../answer/judgement.ts';
import { judgementMeta } from '../answer/judgement-meta.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { type BacklogMoment, momentsOf } from './moments.ts';
import { never, type OpenSpan, readSpans } from './read.ts';
import { type BacklogQuestion, parseBacklog } from './request.ts';

const method: Method = {
  title: { en: 'Backlog: what was open at a moment', zh: '积压：某一时刻尚未办结的工单' },
  summary: {
    en: 'An order is open at a moment when it was received by then and closed later or not yet, and overdue when its due time had passed. At the last moment what is known to be closed is closed.',
    zh: '某一时刻之前已受理、之后才办结或至今未办结的工单为当时未办结；当时已过办理时限的为超期。最后一个时刻以目前已知的办结情况为准。',
  },
  parts: [],
  sample: {},
  corrections: [],
  caveats: [
    {
      en: 'Due times and units are those of today: orders that were prolonged or handed over count as they stand now.',
      zh: '办理时限与承办单位按现状计算；曾延期或改派的工单按目前信息计入。',
    },
    {
      en: 'A reopened order counts as open ever since it was received.',
      zh: '重办工单自受理时起一直计为未办结。',
    },
  ],
};

/** Whether anything tells what is overdue: a due time of one of the orders, or that there is no order. */
const hasLimits = (spans: readonly OpenSpan[]): boolean =>
  spans.length === 0 || spans.some(({ due }) => due !== never);

/**
 * @param isLast at the last moment all open orders count, as of the metric `open`: the moment may be told by
 * the hour, and orders may have come within it
 */
function pointOf(
  { seconds, day }: BacklogMoment,
  spans: readonly OpenSpan[],
  hasData: boolean,
  isLast: boolean,
): BacklogPoint {
  const at = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  if (!hasData) return { at, day, open: null, overdue: null, open_15_days: null };
  const open = spans.filter(({ from, until }) =>
    isLast ? until === never : from < seconds && seconds <= until,
  );
  const sum = (some: readonly OpenSpan[]) => some.reduce((total, { orders }) => total + orders, 0);
  return {
    at,
    day,
    open: sum(open),
    overdue: hasLimits(spans) ? sum(open.filter(({ due }) => due < seconds)) : null,
    open_15_days: sum(open.filter(({ aged }) => aged < seconds)),
  };
}

async function answer(
  { selection, step, points, now }: BacklogQuestion,
  city: City,
  run: JudgementRun,
): Promise<Backlog> {
  const { history, scope } = run;
  const asOf = now === null ? newestSeen(history) : nowFor(scope, history, new Date(now));
  const moments = momentsOf(asOf, step, points);
  const { spans, unknown, ...cost } = await readSpans(selection, moments, run);
  const period = { from: moments[0]?.day ?? history.span.from, to: history.span.to };
  const read = { source: appealTable.name, series: [], ...cost };
  const told = moments.map((moment, at) =>
    pointOf(moment, spans, moment.day >= history.span.from, at === moments.length - 1),
  );
  return {
    meta: {
      ...judgementMeta(history, city.time_zone, { period, incomplete: [] }, [read], 0),
      step,
      due_at: asOf.at,
    },
    points: told,
    closed_at_unknown_time: unknown,
    method: { ...method, sample: { points: told.length } },
    notice: told.every(({ open }) => open === null) ? notice('no_days') : null,
  };
}

/** `GET /api/backlog`. */
export const backlog: Judgement<BacklogQuestion, Backlog> = { name: 'backlog', parse: parseBacklog, answer };
