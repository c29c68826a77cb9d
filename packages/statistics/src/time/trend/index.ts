export { type MannKendall, mannKendall, type TrendDirection } from './mann-kendall.ts';
export { type SeasonalTrend, seasonalTrend } from './seasonal-trend.ts';
