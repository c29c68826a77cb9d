export { type HamedRao, hamedRao } from './hamed-rao.ts';
export { type MannKendall, mannKendall, type TrendDirection } from './mann-kendall.ts';
export { type SenSlope, senSlope } from './sen-slope.ts';
