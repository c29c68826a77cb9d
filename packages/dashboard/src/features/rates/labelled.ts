import { sizeAt } from '@hotline-atlas/ui/charts/funnelOption.ts';
import type { RateRow } from './rateRows.ts';

const most = 6;

/** Room a name takes, as shares of the picture's width and height. */
const room = (width: number) => ({ across: Math.min(0.5, 220 / Math.max(1, width)), down: 0.06 });

const offness = ({ level, chance }: RateRow): number => Math.abs(level ?? 0) * 1000 - (chance ?? 1);

/**
 * The groups to name in the picture: those chosen, then those furthest below, as far as names do not cover
 * one another.
 */
export function labelledCodes(
  rows: readonly RateRow[],
  chosen: readonly string[],
  width: number,
): Set<string> {
  const rates = rows.map(({ adjusted }) => adjusted);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const sizes = rows.map(({ weight }) => sizeAt(weight));
  const [least, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const { across, down } = room(width);
  const placed: { code: string; x: number; y: number }[] = [];
  const below = rows
    .filter(({ level }) => (level ?? 0) < 0)
    .sort((one, other) => offness(other) - offness(one));
  const wanted = [...rows.filter(({ code }) => chosen.includes(code)), ...below];
  for (const { code, adjusted, weight } of wanted) {
    if (placed.length >= (width < 500 ? 3 : most)) break;
    const x = (sizeAt(weight) - least) / (largest - least || 1);
    const y = (adjusted - low) / (high - low || 1);
    const covered = placed.some((each) => Math.abs(each.x - x) < across && Math.abs(each.y - y) < down);
    if (!covered) placed.push({ code, x, y });
  }
  return new Set(placed.map(({ code }) => code));
}
