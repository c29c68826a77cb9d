import {
  type ClusterStep,
  checkParameterNames,
  clusterReplications,
  clusterSteps,
  clustersParameters,
  type Liveness,
  liveness,
  type PlaceLevel,
  parseComparedSelection,
  parseName,
  parseResolution,
  parseText,
  parseWhole,
  placeLevels,
  type RawParameters,
  type Resolution,
  type Selection,
} from '@hotline-atlas/model';
import { parseShare } from '../answer/parse-share.ts';

/** What `/api/clusters` asks. */
export interface ClustersQuestion {
  selection: Selection;
  level: PlaceLevel;
  resolution: Resolution;
  step: ClusterStep;
  /** Steps. */
  longest: number;
  /** Share of all expected appeals. */
  widest: number;
  replications: number;
  alive: Liveness;
  limit: number;
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseClusters(raw: RawParameters, regimes: readonly string[]): ClustersQuestion {
  checkParameterNames(raw, Object.keys(clustersParameters.shape));
  const replications = parseName(
    'replications',
    parseText(raw, 'replications') ?? '99',
    clusterReplications.map(String),
  );
  return {
    selection: parseComparedSelection(raw, regimes),
    level: parseName('level', parseText(raw, 'level') ?? 'cell', placeLevels),
    resolution: parseResolution(parseText(raw, 'resolution'), 7),
    step: parseName('step', parseText(raw, 'step') ?? 'week', clusterSteps),
    longest: parseWhole('longest', parseText(raw, 'longest'), 366) ?? 8,
    widest: parseShare(raw, 'widest', 0.1, 0.01, 0.5),
    replications: Number(replications),
    alive: parseName('alive', parseText(raw, 'alive') ?? 'any', liveness),
    limit: parseWhole('limit', parseText(raw, 'limit'), 20) ?? 5,
  };
}
