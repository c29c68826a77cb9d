import type { LocalDate, Period } from '../time.ts';
import type { PlaceLevel } from './hotspots.ts';
import type { JudgementMeta, Method, Notice } from './method.ts';

export const clusterSteps = ['week', 'day', 'month'] as const;
export type ClusterStep = (typeof clusterSteps)[number];
export const clusterReplications = [99, 199, 499, 999] as const;
/** Any clusters, or only those that reach the latest step. */
export const liveness = ['any', 'latest'] as const;
export type Liveness = (typeof liveness)[number];

export interface Cluster {
  centre: { place: string; longitude: number; latitude: number };
  radius_km: number;
  places: string[];
  period: Period;
  steps: number;
  observed: number;
  expected: number;
  /** Observed to expected; null below an expectation of one, where a ratio says nothing. */
  ratio: number | null;
  /** Log likelihood ratio. */
  score: number;
  /** Monte Carlo rank. */
  p: number;
  /** Tail of a Gumbel law fitted to the replications. */
  p_gumbel: number | null;
  /** Address of the appeals behind it; null where the conditions would make too long an address. */
  appeals: string | null;
}

export interface ClustersMeta extends JudgementMeta {
  level: PlaceLevel;
  resolution: number | null;
  step: ClusterStep;
  steps: LocalDate[];
  places: number;
  appeals: number;
  replications: number;
  seed: number;
}

/** `GET /api/clusters`. */
export interface Clusters {
  meta: ClustersMeta;
  /** Most likely first, none overlapping a better one. */
  clusters: Cluster[];
  method: Method;
  notice: Notice | null;
}
