import type { Weight } from './admission.ts';

/** Judgements that work for seconds on much data. The others are read from small rollups. */
const heavy: ReadonlySet<string> = new Set([
  'alarms',
  'candidates',
  'clusters',
  'evaluation',
  'findings',
  'growth',
  'hotspots',
  'monthly-topic-effect',
  'repeats',
  'trend',
]);

/** How much a question costs. @param name as in its address */
export const weightOf = (name: string): Weight => (heavy.has(name) ? 'heavy' : 'light');
