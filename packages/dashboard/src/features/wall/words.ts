import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the wall. */
export const wallWords = dictionary(
  {
    label: 'Wall',
    screens: {
      now: 'The month',
      changed: 'What changed',
      districts: 'Districts',
      orders: 'Open orders and alerts',
    },
    position: (at: number, of: number) => `Screen ${at} of ${of}`,
    keys: 'Arrow keys turn, space holds, Esc leaves',
    held: 'held',
    asOf: (day: string) => `Data to ${day}`,
    ordersAsOf: (moment: string) => `as of ${moment}`,
    overdue: (now: string) => `${now} overdue`,
    overdueSince: (now: string, by: string, sign: number, day: string) =>
      sign === 0
        ? `${now} overdue, as many as on ${day}`
        : `${now} overdue, ${by} ${sign > 0 ? 'more' : 'fewer'} than on ${day}`,
    lost: (moment: string) => `No connection since ${moment}. These are the last figures received.`,
    tooSmall: 'The wall is for large screens. Turn this one, or open it on another.',
    leave: 'Leave the wall',
    synthetic: 'Synthetic demonstration data',
  },
  {
    label: '大屏',
    screens: { now: '本月概况', changed: '主要变化', districts: '各区情况', orders: '未办结工单与预警' },
    position: (at, of) => `第${at}屏，共${of}屏`,
    keys: '方向键切换，空格键暂停，Esc键退出',
    held: '已暂停',
    asOf: (day) => `数据截至${day}`,
    ordersAsOf: (moment) => `截至${moment}`,
    overdue: (now) => `超期未办结${now}件`,
    overdueSince: (now, by, sign, day) =>
      sign === 0
        ? `超期未办结${now}件，与${day}持平`
        : `超期未办结${now}件，较${day}${sign > 0 ? '增加' : '减少'}${by}件`,
    lost: (moment) => `${moment}起连接中断，所示为最近一次收到的数据。`,
    tooSmall: '大屏展示适用于大尺寸屏幕，请横屏或换用其他屏幕查看。',
    leave: '退出大屏',
    synthetic: '合成演示数据',
  },
);
