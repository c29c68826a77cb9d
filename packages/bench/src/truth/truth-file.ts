import { readFileSync } from 'node:fs';
import { z } from 'zod';

const outbreakSchema = z.object({
  outbreak: z.number().int(),
  kind: z.string(),
  topic: z.string(),
  district: z.string(),
  subdistrict: z.string(),
  cells: z.record(z.string(), z.string()),
  first_day: z.iso.date(),
  last_day: z.iso.date(),
  appeals: z.number().int(),
  days: z.array(z.number().int()),
  relative_strength: z.number(),
});

/** Something that truly happened in a synthetic history. */
export type Outbreak = z.infer<typeof outbreakSchema>;

/** The outbreaks of a `truth.json`, in order of time. */
export const readOutbreaks = (file: string): Outbreak[] =>
  z
    .object({ outbreaks: z.array(outbreakSchema) })
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .outbreaks.sort((a, b) => (a.first_day < b.first_day ? -1 : 1));

const unitSchema = z.object({ code: z.string(), failure: z.number() });

/**
 * How good a unit of a synthetic history truly is: how much likelier than of a typical one its orders stay
 * unsolved.
 */
export type TrueUnit = z.infer<typeof unitSchema>;

/** The units of a `truth.json`. */
export const readUnits = (file: string): TrueUnit[] =>
  z.object({ units: z.array(unitSchema) }).parse(JSON.parse(readFileSync(file, 'utf8'))).units;
