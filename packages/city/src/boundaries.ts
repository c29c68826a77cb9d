import type { AreaProperties } from '@hotline-atlas/model';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import { readShaped } from './read-file.ts';

const boundariesSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({
        code: z.string().min(1),
        en: z.string(),
        zh: z.string().optional(),
        local: z.string().optional(),
        parent: z.string().optional(),
        residents: z.number().positive().optional(),
      }),
      geometry: z.object({
        type: z.enum(['Polygon', 'MultiPolygon']),
        coordinates: z.array(z.unknown()).min(1),
      }),
    }),
  ),
});

/** Reads the outlines of one level of areas; coordinates are taken as they are. */
export function readBoundaries(file: string): FeatureCollection<Polygon | MultiPolygon, AreaProperties> {
  const checked = readShaped(file, boundariesSchema);
  return checked as FeatureCollection<Polygon | MultiPolygon, AreaProperties>;
}
