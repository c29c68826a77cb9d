import { metricOf } from '@hotline-atlas/model';
import type { Plan } from '../plan/plan.ts';

/** Repeat appeals are never weighted, and bare counts are all weighted alike. */
const cannotBeWeighted = ({ query, comparison }: Plan): boolean =>
  Boolean(comparison?.weights) && query.metrics.some((metric) => metricOf(metric).kind === 'repeat_share');

/**
 * Whether bare counts can answer: those are of rollups, and come in the order of the dimensions. Days that are read besides may be of rows,
 * which hold the same sums.
 */
export const isOfCounts = (plan: Plan): boolean =>
  plan.query.order.length === 0 &&
  [...plan.reads.now, ...(plan.reads.before ?? [])].every(({ table }) => table.keys !== null) &&
  !cannotBeWeighted(plan);
