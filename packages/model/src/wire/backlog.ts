import { z } from 'zod';
import { backlogSteps } from '../judgement/backlog.ts';
import { judged, judgementMeta } from './judgement.ts';
import { count, day, unknown } from './parts.ts';

/** What was open at a moment; null before the data begins. */
const backlogPoint = z.object({
  at: z.string().meta({ description: 'the moment, as 2024-01-31T16:00:00Z' }),
  day: day.meta({ description: 'the last local day of the step; of the last point, the day of the moment' }),
  open: unknown,
  overdue: unknown.meta({ description: 'null, too, where none of these orders has a due time' }),
  open_15_days: unknown.meta({ description: 'open for more than fifteen days since receipt' }),
});
export type BacklogPoint = z.infer<typeof backlogPoint>;

/** `GET /api/backlog`. */
export const backlog = z.object({
  meta: judgementMeta.extend({
    step: z.enum(backlogSteps),
    due_at: z.string().meta({ description: 'the moment of the last point' }),
  }),
  points: z.array(backlogPoint).meta({ description: 'ends of steps in order, and due_at itself' }),
  closed_at_unknown_time: count.meta({
    description: 'orders that are closed, nobody knows since when: counted open at no point',
  }),
  ...judged,
});
export type Backlog = z.infer<typeof backlog>;
