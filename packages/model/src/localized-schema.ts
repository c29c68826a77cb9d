import { z } from 'zod';
import type { Localized } from './localized.ts';

/** Validates a {@link Localized} name; apart from it, so that the dashboard does not carry the validator. */
export const localized = z.object({
  en: z.string(),
  zh: z.string().optional(),
  local: z.string().optional(),
}) satisfies z.ZodType<Localized>;
