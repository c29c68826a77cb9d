import type { Calibration } from '../calibration.ts';
import { betweenYears } from './demand.ts';

/** In the order of sql/12_columns.sql. */
const channels = ['phone', 'web', 'app', 'wechat', 'weibo', 'sms', 'letter', 'other'] as const;

/** Share of each channel in a year. */
export function channelShares(year: number, { published, assumed }: Calibration): number[] {
  const phone = betweenYears({ ...assumed.phone, ...published.phone }, year);
  const others = channels.slice(1).map((channel) => {
    const byYear = Object.entries(assumed.other_channels).map(([at, shares]) => [at, shares[channel] ?? 0]);
    return betweenYears(Object.fromEntries(byYear) as Record<string, number>, year);
  });
  const all = others.reduce((a, b) => a + b, 0);
  return [phone, ...others.map((share) => ((1 - phone) * share) / all)];
}
