import { z } from 'zod';

/** Pieces of what people write and the store keeps. */

/** An instant. */
export const moment = z.iso.datetime({ offset: true }).meta({ description: 'an instant, in UTC' });

/** Text in one line, without characters nobody sees. */
export const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'one line of text')
    .regex(/\S/, 'some text');

/** Text of several lines. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'text without control characters')
    .regex(/\S/, 'some text');

/** The revision of something kept. */
export const revision = z.number().int().min(1).max(2_000_000_000);
