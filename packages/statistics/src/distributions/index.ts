export { betaBinomialTails } from './beta-binomial.ts';
export {
  binomialQuantile,
  binomialTails,
  negativeBinomialQuantile,
  negativeBinomialTails,
  poissonQuantile,
  poissonTails,
} from './counts.ts';
export { betaQuantile, gammaQuantile } from './quantiles.ts';
export type { Tails } from './tails.ts';
