import { type Panel, seriesOfUnit } from './panel.ts';

/**
 * Takes out of each unit what the same season had on average before: level and season are then compared with
 * like. A season that never came before is NaN.
 * @param season of each period, a whole number from 0 on
 */
export function withoutSeason(panel: Panel, season: Int32Array): Panel {
  const { units, periods, before } = panel;
  const seasons = Math.max(...season) + 1;
  const values = new Float64Array(units * periods);
  for (let unit = 0; unit < units; unit++) {
    const own = seriesOfUnit(panel, unit);
    const [sums, times] = [new Float64Array(seasons), new Float64Array(seasons)];
    for (let period = 0; period < before; period++) {
      const of = season[period] ?? 0;
      sums[of] = (sums[of] ?? 0) + (own[period] ?? 0);
      times[of] = (times[of] ?? 0) + 1;
    }
    own.forEach((value, period) => {
      const of = season[period] ?? 0;
      values[unit * periods + period] = value - (sums[of] ?? 0) / (times[of] ?? 0);
    });
  }
  return { ...panel, values };
}
