export { negativeBinomialDispersion, quasiPoissonDispersion } from './dispersion.ts';
export { farthestResidual, quantileResidual, quantileResiduals } from './quantile-residuals.ts';
