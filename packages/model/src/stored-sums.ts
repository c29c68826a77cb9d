import type { Measure } from './measures.ts';

/**
 * What each measure is made of in rollups: sums that are added and sums that are taken away, all stored as
 * columns `s_<sum>`. Rows hold the same numbers, one by one, under the same names
 * (`sql/history/002_appeal.sql`). Most are nought nearly everywhere, so that they take up no room; why:
 * `sql/history/004_rollups.sql`.
 */
export const storedSums: Record<Measure, { add: readonly string[]; subtract?: readonly string[] }> = {
  appeals: { add: ['appeals'] },
  direct: { add: ['appeals'], subtract: ['handling_unknown', 'neither', 'dispatched'] },
  dispatched: { add: ['dispatched'] },
  handling_known: { add: ['appeals'], subtract: ['handling_unknown'] },
  visited: { add: ['contact_asked', 'visited_besides'] },
  excluded: { add: ['excluded'] },
  contact_asked: { add: ['contact_asked'] },
  contacted: { add: ['contact_asked'], subtract: ['not_contacted'] },
  resolution_asked: { add: ['contact_asked', 'resolution_besides'] },
  resolved: { add: ['contact_asked', 'resolution_besides'], subtract: ['unresolved'] },
  satisfaction_asked: { add: ['contact_asked', 'satisfaction_besides'] },
  satisfied: { add: ['contact_asked', 'satisfaction_besides'], subtract: ['unsatisfied'] },
  due: { add: ['dispatched', 'due_besides'] },
  on_time: { add: ['dispatched', 'due_besides'], subtract: ['late'] },
  closed: { add: ['dispatched', 'closed_besides'] },
  appellant_known: { add: ['appeals'], subtract: ['appellant_unknown'] },
  enterprise: { add: ['enterprise'] },
  not_located: { add: ['not_located'] },
  caller_known: { add: ['appeals'], subtract: ['caller_unknown'] },
};
