import type { EtsFit } from './fit.ts';
import { type EtsPath, emptyPath } from './path.ts';

/** A path of `horizon` steps that begins where the fit ended. */
export function continuation({ model, path }: EtsFit, horizon: number): EtsPath {
  const next = emptyPath(horizon, model.period);
  const n = path.fitted.length;
  next.levels[0] = path.levels[n] ?? 0;
  next.growths[0] = path.growths[n] ?? 0;
  next.seasons.set(path.seasons.subarray(n));
  return next;
}
