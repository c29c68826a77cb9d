import { candidateLevels, effectMeasures } from '@hotline-atlas/model';
import { oneOf, text } from '../../address/parameter.ts';

/**
 * What the pages of topics of the month show, beside what they share with the evaluation: the month, the
 * district, and what the table is sorted by.
 */
export const monthlyTopicsAddress = {
  /** The candidates of a month, or the topics that are kept. */
  show: oneOf('show', ['candidates', 'kept'], 'candidates'),
  level: oneOf('topics', candidateLevels, 'topic2'),
  /** The candidate whose row is open. */
  candidate: text('candidate'),
  /** What the effect is measured in. */
  measure: oneOf('effect', effectMeasures, 'appeals'),
  /** What lies open over the page. */
  over: oneOf('over', ['pick', 'edit', 'history', 'frozen', 'method'], null),
  /** The topic that was taken away last, and can be put back. */
  removed: text('removed'),
};
