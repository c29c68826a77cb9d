export { negativeBinomialDispersion, quasiPoissonDispersion } from './dispersion.ts';
export { effectiveNumber } from './effective-number.ts';
export { farthestResidual, quantileResidual, quantileResiduals } from './quantile-residuals.ts';
export { type YearSeason, yearSeason } from './year-season.ts';
