import type { PlanArray } from '../plan-table.ts';
import { wheel } from './allocate.ts';
import { channelShares } from './channels.ts';
import { betweenYears } from './demand.ts';
import type { History, PlannedMonth } from './history.ts';
import { consultationShare, consultationShares, enterpriseShares } from './kinds.ts';
import { ofMonth } from './path.ts';

/** Appeals expected in a month, by topic. */
export function topicWeights({ demand }: PlannedMonth): number[] {
  const sums: number[] = [];
  for (const { topics } of demand) {
    topics.forEach((weight, at) => {
      sums[at] = (sums[at] ?? 0) + weight;
    });
  }
  return sums;
}

const consultationsOfMonth = new WeakMap<PlannedMonth, number[]>();

/** Share of questions in the appeals of a month, by topic; worked out once. */
export function monthConsultations(history: History, planned: PlannedMonth): number[] {
  const known = consultationsOfMonth.get(planned) ?? workOutConsultations(history, planned);
  consultationsOfMonth.set(planned, known);
  return known;
}

function workOutConsultations(history: History, planned: PlannedMonth): number[] {
  const { published, assumed } = history.calibration;
  const publishedShares = Object.entries(published.dispatched).map(([year, { share }]) => [year, share]);
  const shares = {
    ...assumed.dispatched,
    ...(Object.fromEntries(publishedShares) as Record<string, number>),
  };
  const year = Number(planned.month.slice(0, 4));
  const dispatched = betweenYears(shares, year);
  return consultationShares(history.topics, topicWeights(planned), consultationShare(dispatched));
}

const inMillion = (share: number): number => Math.round(share * 1e6);

/** Which kinds the appeals of a topic are that do not only ask; the same in every month. */
export function kindWheel({ topics }: History): PlanArray {
  const kinds = topics.flatMap(({ traits: { kinds } }) =>
    wheel([kinds.request, kinds.complaint, kinds.report, kinds.suggestion, kinds.praise], 100, 0.5, 2),
  );
  return { name: 'kind_wheel', column: 'whole', values: kinds };
}

/** What sql/3_subject.sql needs besides topics and changes with the month. */
export function subjectArrays(history: History, planned: PlannedMonth): PlanArray[] {
  const { topics, calibration } = history;
  const enterprises = ofMonth(calibration.assumed.enterprises, planned.month);
  const channels = wheel(channelShares(Number(planned.month.slice(0, 4)), calibration), 1000, 0.5);
  return [
    {
      name: 'topic_enterprises',
      column: 'whole',
      values: enterpriseShares(topics, topicWeights(planned), enterprises).map(inMillion),
    },
    {
      name: 'topic_consultations',
      column: 'whole',
      values: monthConsultations(history, planned).map(inMillion),
    },
    { name: 'channel_wheel', column: 'whole', values: channels.map((channel) => channel + 1) },
  ];
}
