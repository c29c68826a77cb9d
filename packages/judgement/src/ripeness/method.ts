import { type Method, metricOf } from '@hotline-atlas/model';
import type { RipenessQuestion } from './request.ts';
import { ripeAt } from './standing.ts';

/** How ripeness was worked out. */
export const ripenessMethod = ({ metric }: RipenessQuestion, sample: Record<string, number>): Method => {
  const { label } = metricOf(metric);
  return {
    title: { en: 'Ripeness: how final a rate is', zh: '结果完整度：比率是否为最终数据' },
    summary: {
      en: `Orders are closed and return-visited days or weeks after they come in, so ${label.en} of a recent period still moves. Past months say how much of what counts in the end was known at the same age: from ${ripeAt * 100} % on a rate is final. What past months still gained or lost from that age on says where it will probably end.`,
      zh: `工单受理后数日至数周才办结、回访，近期的${label.zh}因此还会变动。以往各月在同样时长时已计入多少，说明本期是否为最终数据（${ripeAt * 100}%以上为最终数据）；以往各月此后的升降，说明本期最终大约是多少。`,
    },
    parts: [
      {
        name: 'development',
        title: { en: 'Past months at the same age', zh: '以往各月在同样时长时的情况' },
        parameters: {
          ripe_at: ripeAt,
          months: sample.months ?? 0,
          final_when: '99 % of the oldest months is known',
        },
        reference: 'Mack (1993), ASTIN Bulletin 23, 213-225 (chain-ladder method)',
      },
    ],
    sample,
    corrections: [],
    caveats: [
      {
        en: 'Delays are those of all orders of the city, whatever is filtered: a topic that takes longer than usual is riper on paper than in truth.',
        zh: '时长按全市全部工单计算，与筛选无关；办理时间偏长的事项，实际完整度低于所示。',
      },
      {
        en: 'It is supposed that orders take as long as they did in past months.',
        zh: '前提是办理与回访的快慢与以往各月相同。',
      },
    ],
  };
};
