import { z } from 'zod';
import { clusterSteps } from '../judgement/clusters.ts';
import { placeLevels } from '../judgement/hotspots.ts';
import { judged, judgementMeta } from './judgement.ts';
import { day, period, texts, unknown } from './parts.ts';

const clustersMeta = judgementMeta.extend({
  level: z.enum(placeLevels),
  resolution: z.number().int().nullable(),
  step: z.enum(clusterSteps),
  steps: z.array(day),
  places: z.number().int(),
  appeals: z.number().int(),
  replications: z.number().int(),
  seed: z.number().int(),
});

const cluster = z.object({
  centre: z.object({ place: z.string(), longitude: z.number(), latitude: z.number() }),
  radius_km: z.number(),
  places: texts,
  period,
  steps: z.number().int(),
  observed: z.number(),
  expected: z.number(),
  ratio: unknown.meta({ description: 'null below an expectation of one' }),
  score: z.number().meta({ description: 'log likelihood ratio' }),
  p: z.number().meta({ description: 'Monte Carlo rank' }),
  /** Tail of a Gumbel law fitted to the replications. */
  p_gumbel: unknown,
  /** Address of the appeals behind it; null where the conditions would make too long an address. */
  appeals: z.string().nullable(),
});
export type Cluster = z.infer<typeof cluster>;

/** `GET /api/clusters`. */
export const clusters = z.object({
  meta: clustersMeta,
  /** Most likely first, none overlapping a better one. */
  clusters: z.array(cluster),
  ...judged,
});
export type Clusters = z.infer<typeof clusters>;
