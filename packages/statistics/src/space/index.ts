export { confidenceBin, confidenceBins } from './confidence-bins.ts';
export { distanceBand } from './distance-band.ts';
export { emergingHotSpot, emergingHotSpotNames, emergingHotSpots, type Trend } from './emerging-hot-spots.ts';
export { type FalseDiscovery, type FalseDiscoveryMethod, falseDiscovery } from './false-discovery.ts';
export { type GlobalScore, globalG } from './getis-ord-global.ts';
export { getisOrd, getisOrdStar, type LocalScores } from './getis-ord-local.ts';
export { h3Rings, neighboursByName } from './h3-rings.ts';
export { globalMoran, type MoranAssumption } from './moran-global.ts';
export { type LocalMoran, localMoran, quadrantNames } from './moran-local.ts';
export { type Permutations, permutedLocalMoran } from './moran-local-permuted.ts';
export {
  islands,
  type Neighbours,
  neighboursFromLists,
  neighboursFromPairs,
  placeCount,
  type Weights,
} from './neighbours.ts';
export { type PlaneCoordinates, planeCoordinates } from './plane-coordinates.ts';
export { type ContiguityRule, type Outline, polygonContiguity } from './polygon-contiguity.ts';
export { rowStandardised } from './row-standardised.ts';
export { type Cluster, type ScanInput, type ScanOptions, spaceTimeScan } from './space-time-scan.ts';
export { poissonScore } from './space-time-search.ts';
export { circularZones, type ZoneLimits, type Zones, zonesFromLists, zonesFromNeighbours } from './zones.ts';
