/**
 * Measures how often work is told to have changed something where it did nothing, and where it did. `pnpm
 * trial effect [panels]`; each shape is drawn 300 times where it is not said.
 */
import { type EffectNull, madeUpPower } from '../../packages/statistics/src/effect/effect-nulls.ts';

const panels = Number(process.argv[2] ?? 300);

const shapes: Omit<EffectNull, 'effect'>[] = [
  { units: 24, before: 36, after: 6, share: 0.8, own: 0.4 },
  { units: 40, before: 24, after: 2, share: 0.8, own: 0.4 },
  { units: 40, before: 36, after: 6, share: 0.8, own: 0.4 },
  { units: 40, before: 36, after: 12, share: 0.95, own: 0.7 },
  { units: 80, before: 36, after: 6, share: 0.8, own: 0.4 },
];

for (const shape of shapes)
  for (const change of [0, -0.2, -0.33]) {
    const { told, held } = madeUpPower({ ...shape, effect: Math.log1p(change) }, panels, 3);
    const { units, before, after, share, own } = shape;
    const cells = [units - 1, `${before} + ${after}`, `${share} · ${own}`, `${Math.round(100 * change)} %`];
    const found = [told, held].map((value) => `${(100 * value).toFixed(1)} %`);
    process.stdout.write(`| ${[...cells, ...found].join(' | ')} |\n`);
  }
