import { month } from '../../address/month.ts';
import { oneOf, text } from '../../address/parameter.ts';

/** What the pages of the monthly evaluation show. */
export const evaluationAddress = {
  /** Empty for the newest month that is ripe. */
  month,
  /** The group that is ranked; empty for the first one of the scheme. */
  group: text('group'),
  /** The unit whose row is chosen. */
  unit: text('chosen'),
  /** Units set beside the one of the page, at most four, separated by commas. */
  beside: text('beside'),
  /** Rows whose name holds this text. */
  named: text('named'),
  /** Rows of units in this district. */
  within: text('within'),
  /** What the table is sorted by; empty for the score. */
  order: text('sort'),
  /** Weights that are tried instead of those of the scheme: `response:20,resolution:40`. */
  weights: text('weights'),
  /** The indicator of the funnel; empty for the heaviest. */
  funnel: text('funnel'),
  /** Which orders of the unit of the page are listed, by what they missed; null for the usual ones. */
  missed: oneOf('missed', ['not_contacted', 'unresolved', 'dissatisfied', 'late'], null),
  /** What lies open over the page. */
  open: oneOf('open', ['excluded', 'objections', 'month'], null),
};
