import { z } from 'zod';

/**
 * Pieces that the shapes on the wire are made of. A shape without a description of its own says what the
 * piece says.
 */

/** A name in the languages of the interface. */
export const bilingual = z.object({ en: z.string(), zh: z.string() });
/** A day of the city, as `2024-01-31`. */
export const day = z.string().meta({ description: 'local day' });
export const period = z.object({ from: day, to: day });
export const count = z.number().int();
/** Null where it is not known. */
export const unknown = z.number().nullable();
export const numbers = z.array(z.number());
export const unknowns = z.array(unknown);
export const texts = z.array(z.string());
