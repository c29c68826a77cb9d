import { z } from 'zod';
import { expectations, hotspotMeasures, hotspotSteps, placeLevels } from '../judgement/hotspots.ts';
import { classWords, judged, judgementMeta } from './judgement.ts';
import { bilingual, day, numbers, texts, unknowns } from './parts.ts';

const hotspotsMeta = judgementMeta.extend({
  level: z.enum(placeLevels),
  resolution: z.number().int().nullable(),
  step: z.enum(hotspotSteps),
  measure: z.enum(hotspotMeasures),
  expected: z.enum(expectations),
  /** Not by residents where those of a place are not known. */
  possible: z.array(z.enum(expectations)).meta({ description: 'what these places can be judged against' }),
  /** First day of each step, in order. */
  steps: z.array(day),
  alpha: z.number(),
});

/** Global Moran's I of the latest step. */
const globalMoran = z.object({ moran: z.number(), expected: z.number(), z: z.number(), p: z.number() });
export type GlobalMoran = z.infer<typeof globalMoran>;

/** One of the 17 classes of emerging hot spots; positive codes are hot, negative cold, 0 neither. */
const hotspotClass = z.object({
  code: z.number().int(),
  name: z.string(),
  ...classWords,
  places: z.number().int(),
});
export type HotspotClass = z.infer<typeof hotspotClass>;

const hotspotPlaces = z.object({
  place: texts,
  count: numbers,
  residents: unknowns,
  /** Per 10,000 residents. */
  rate: unknowns,
  expected: unknowns,
  latest_count: numbers,
  latest_expected: unknowns,
  z: unknowns,
  p: unknowns,
  q: unknowns,
  /** −3 … 3: 90, 95 and 99 % after control; negative: cold. */
  bin: numbers,
  trend_z: unknowns,
  trend_p: unknowns,
  hot_steps: numbers,
  cold_steps: numbers,
  class: numbers,
});
export type HotspotPlaces = z.infer<typeof hotspotPlaces>;

/** `GET /api/hotspots`. */
export const hotspots = z.object({
  meta: hotspotsMeta,
  study_area: z.object({
    places: z.number().int(),
    with_appeals: z.number().int(),
    bounded_by: bilingual,
    not_located: z.number().int(),
  }),
  global: globalMoran.nullable(),
  classes: z.array(hotspotClass),
  places: hotspotPlaces.meta({ description: 'columns of equal length, one entry a place' }),
  series: z
    .object({ count: numbers, expected: unknowns, z: unknowns, bin: numbers })
    .meta({ description: 'places × steps, place by place: index = place · steps + step' }),
  ...judged,
});
export type Hotspots = z.infer<typeof hotspots>;
