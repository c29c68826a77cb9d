import { z } from 'zod';

/** Pieces that the shapes of the evaluation have in common. */

export const month = z
  .string()
  .regex(/^(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])$/, 'a month, for example 2024-11')
  .meta({ description: 'evaluation month, as 2024-11' });
export const moment = z.iso.datetime({ offset: true }).meta({ description: 'an instant, in UTC' });
export const revision = z.number().int().max(2_000_000_000);

/** Free text of several lines. */
export const reason = z
  .string()
  .max(2000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'text without control characters')
  .regex(/\S/, 'some text');

/** Code of a group, a unit or an order. */
export const code = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'one line of text');
