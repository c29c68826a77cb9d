import type { Plan } from '../plan/plan.ts';

/** Whether bare counts can answer: those are of rollups, and come in the order of the dimensions. */
export const isOfCounts = ({ now, before, query }: Plan): boolean =>
  query.order.length === 0 && [...now, ...(before ?? [])].every(({ table }) => table.keys !== null);
