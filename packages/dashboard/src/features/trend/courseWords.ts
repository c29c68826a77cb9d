import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** TrendWords of the course over time. */
export const courseWords = dictionary(
  {
    panel: 'Trend',
    grain: 'Grain',
    auto: 'Auto',
    incomplete: 'dashed: incomplete',
    spanHint: 'Click or drag to choose days',
    chart: (metric: string) =>
      `Line chart of ${metric}. Arrow keys move, Enter chooses, N writes a note, Escape clears.`,
    incompleteBucket: 'incomplete',
    now: 'This period',
  },
  {
    panel: '趋势',
    grain: '统计周期',
    auto: '自动',
    incomplete: '虚线：当期未满',
    spanHint: '点击或拖动选择日期',
    chart: (metric) => `${metric}折线图。方向键移动，回车选择，N键添加备注，Esc清除。`,
    incompleteBucket: '当期未满',
    now: '本期',
  },
);
