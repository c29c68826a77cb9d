import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the life of an appeal. */
export const lifeWords = dictionary(
  {
    title: 'What happened',
    steps: {
      received: 'Received',
      dispatched: 'Dispatched',
      signed: 'Signed for',
      due: 'Due',
      closed: 'Closed',
      visited: 'Return visit',
    },
    missed: 'Due, missed',
    after: (time: string) => `after ${time}`,
    standing: {
      answered: () => 'Answered at the desk',
      on_time: (by: string) => `Closed on time, ${by} before it was due`,
      late: (by: string) => `Closed ${by} late`,
      closed: () => 'Closed; no time limit is recorded',
      overdue: (by: string) => `Overdue by ${by}`,
      due: (by: string) => `Open, due in ${by}`,
      no_limit: () => 'Open; no time limit is recorded',
      unknown: () => 'How it was handled is not recorded',
      contradicted: () => 'Its times contradict each other',
    },
    contradictions: {
      closed_before_received: 'it was closed before it was received',
      due_before_received: 'it was due before it was received',
      closed_in_future: 'it was closed at a time that is still to come',
    },
    contradicted: (what: readonly string[]) =>
      `As recorded, ${what.join(', and ')}. Whether it was on time, and how long it took, does not follow from that.`,
    took: (time: string) => `closed ${time} after it came`,
    asOf: (moment: string, live: boolean) => (live ? `now, ${moment}` : `as of the newest appeal, ${moment}`),
    outcomes: {
      contacted: { yes: 'contacted', no: 'not contacted' },
      resolved: { yes: 'solved', no: 'not solved' },
      satisfied: { yes: 'satisfied', no: 'not satisfied' },
    },
    reopened: 'it was closed before, and opened again.',
    returned: (times: number) =>
      times === 0
        ? 'No unit sent it back.'
        : `Sent back ${times === 1 ? 'once' : `${times} times`} before it came to this unit.`,
    missing: (steps: readonly string[]) => `Not recorded, or not yet: ${steps.join(', ').toLowerCase()}.`,
  },
  {
    title: '办理过程',
    steps: {
      received: '受理',
      dispatched: '派单',
      signed: '签收',
      due: '到期',
      closed: '办结',
      visited: '回访',
    },
    missed: '到期（已超期）',
    after: (time) => `受理后${time}`,
    standing: {
      answered: () => '坐席直接答复',
      on_time: (by) => `按时办结，提前${by}`,
      late: (by) => `超期${by}办结`,
      closed: () => '已办结，未记录办理时限',
      overdue: (by) => `超期未办结，已超${by}`,
      due: (by) => `未办结，距到期${by}`,
      no_limit: () => '未办结，未记录办理时限',
      unknown: () => '未记录办理情况',
      contradicted: () => '时间记录相互矛盾',
    },
    contradictions: {
      closed_before_received: '办结时间早于受理时间',
      due_before_received: '到期时间早于受理时间',
      closed_in_future: '办结时间晚于当前时间',
    },
    contradicted: (what) => `记录显示${what.join('，')}，无法据此判断是否按时办结及办结用时。`,
    took: (time) => `办结用时${time}`,
    asOf: (moment, live) => (live ? `截至当前（${moment}）` : `截至最新诉求时间（${moment}）`),
    outcomes: {
      contacted: { yes: '已联系', no: '未联系' },
      resolved: { yes: '已解决', no: '未解决' },
      satisfied: { yes: '满意', no: '不满意' },
    },
    reopened: '办结后退回，重新办理。',
    returned: (times) => (times === 0 ? '未被退单。' : `派至现承办单位前被退单${times}次。`),
    missing: (steps) => `以下环节未记录或尚未发生：${steps.join('、')}。`,
  },
);
