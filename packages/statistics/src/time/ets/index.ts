export { type EtsFit, evaluateEts, fitEts } from './fit.ts';
export { forecastEts } from './forecast-ets.ts';
export {
  fitHoltWinters,
  forecastHoltWinters,
  type HoltWinters,
  type HoltWintersOptions,
} from './holt-winters.ts';
export { type EtsModel, type EtsParameters, etsName } from './model.ts';
export type { EtsPath } from './path.ts';
export { selectEts } from './select.ts';
export { simulateEts } from './simulate.ts';
