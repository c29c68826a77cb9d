import {
  type ClusterStep,
  checkParameterNames,
  clusterReplications,
  clusterSteps,
  clustersParameters,
  InvalidQuestion,
  type Liveness,
  liveness,
  type PlaceLevel,
  parseName,
  parseResolution,
  parseSelection,
  parseText,
  parseWhole,
  placeLevels,
  type RawParameters,
  type Resolution,
  type Selection,
} from '@hotline-atlas/model';

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
 * A number with decimals within bounds.
 * @throws InvalidQuestion naming what was sent and what is understood
 */
export function parseShare(
  raw: RawParameters,
  name: string,
  standard: number,
  least: number,
  most: number,
): number {
  const sent = parseText(raw, name);
  if (sent === undefined) return standard;
  const value = Number(sent);
  if (!/^(0|1|0?\.\d{1,6}|1\.0+)$/.test(sent) || value < least || value > most)
    throw new InvalidQuestion(name, sent, `send a number from ${least} to ${most}, for example ${standard}`);
  return value;
}

/**
 * A question from the parameters of an address.
 * @throws InvalidQuestion naming the parameter, what was sent and the nearest that exists
 */
export function parseClusters(raw: RawParameters, regimes: readonly string[]): ClustersQuestion {
  checkParameterNames(raw, Object.keys(clustersParameters.shape));
  const replications = parseName(
    'replications',
    parseText(raw, 'replications') ?? '199',
    clusterReplications.map(String),
  );
  return {
    selection: parseSelection(raw, regimes),
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
