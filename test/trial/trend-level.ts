/**
 * Measures how often the trend test calls a trend where there is none, at 5 %. `pnpm trial trend-level
 * [series]`; each shape of a series is drawn 2,000 times where it is not said.
 */
import { shareCalled, type TrendNull } from '../../packages/statistics/src/time/trend/trend-nulls.ts';

const series = Number(process.argv[2] ?? 2000);

const shapes: Pick<TrendNull, 'steps' | 'period' | 'gap'>[] = [
  { steps: 30, period: 12 },
  { steps: 36, period: 12 },
  { steps: 72, period: 12 },
  { steps: 72, period: 12, gap: [18, 54] },
  { steps: 72, period: 12, gap: [20, 44] },
  { steps: 144, period: 12 },
  { steps: 156, period: 52 },
  { steps: 156, period: 52, gap: [50, 102] },
  { steps: 120, period: 7 },
  { steps: 800, period: 364 },
];

for (const correlation of [0, 0.3, 0.6, 0.8])
  for (const shape of shapes) {
    const share = shareCalled({ ...shape, season: 20, correlation }, series, 7);
    const gap = shape.gap ? `gap ${shape.gap[1] - shape.gap[0]}` : '';
    const cells = [`${shape.steps} steps`, `season ${shape.period}`, gap, `correlation ${correlation}`];
    process.stdout.write(`${[...cells, `${(100 * share).toFixed(1)} %`].join('\t')}\n`);
  }
