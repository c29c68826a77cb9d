import { z } from 'zod';

const share = z.object({ done: z.number().int(), of: z.number().int() });

/** What is prepared of the data so that answers are fast. No figure depends on it. */
export const completeness = z.object({
  tables: share.meta({ description: 'tables of sums that hold every month' }),
  years: share.meta({ description: 'years that are summed up; 0 of 0 where months are as fast' }),
  months: share.meta({ description: 'months whose texts are indexed' }),
  complete: z.boolean().meta({ description: 'nobody has to wait for any of it' }),
});
export type Completeness = z.infer<typeof completeness>;
