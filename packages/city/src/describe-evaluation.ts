import {
  type Counted,
  type EvaluatedGroup,
  gapsOf,
  type Indicator,
  isRowMeasure,
  type RowMeasure,
  rowMeasureMeaning,
  type Scheme,
} from '@hotline-atlas/model';
import type { City } from './city.ts';
import { membersOf } from './read-evaluation.ts';

const counted = (of: Counted): string =>
  typeof of === 'string' ? of : `closed within ${of.closed_within} h`;

const monthOf = ({ starts_on: day }: Scheme): string =>
  day === 1 ? 'calendar months' : `months from day ${day} of the month before to day ${day - 1}`;

const reasonsOf = ({ exclusions }: Scheme): string =>
  exclusions === 'all'
    ? 'orders excluded for any reason'
    : `orders excluded as ${exclusions.join(', ') || 'nothing'}`;

function groupLine(group: EvaluatedGroup, city: City): string {
  const members = membersOf(group, city)?.length ?? 'every';
  const called = group.called_in > 0 ? `; the last ${group.called_in} are called in` : '';
  return `  group ${group.name}: ${members} ${group.by}${members === 1 || members === 'every' ? '' : 's'}${called}`;
}

const indicatorLine = ({
  name,
  numerator,
  denominator,
  weight,
  scoring,
  fewest,
  optional,
}: Indicator): string =>
  `  ${name}: ${weight} points by ${scoring.by}, ${counted(numerator)} of ${denominator}, at least ${fewest}${optional ? ', where there are any' : ''}`;

/** What is counted of rows alone, in words: few know these measures. */
function meaningLines({ indicators, sign_within: hours }: Scheme): string[] {
  const counted = indicators.flatMap(({ numerator, denominator }) => [denominator, numerator]);
  const measures = [...new Set(counted.filter((of): of is RowMeasure => isRowMeasure(of)))];
  return [
    ...measures.map((measure) => `  ${measure}: ${rowMeasureMeaning(measure)}`),
    ...(hours === null ? [] : [`  an order is to be signed for within ${hours} h of its dispatch`]),
  ];
}

function schemeLines(scheme: Scheme, city: City): string[] {
  const total = scheme.indicators.reduce((sum, { weight }) => sum + weight, 0);
  return [
    `${scheme.name}${scheme.example ? ' (example, not the rules of the city)' : ''}: ${scheme.from} to ${scheme.to ?? 'now'}, ${total} points`,
    `  ${monthOf(scheme)}, an order counts where it was ${scheme.enters_by}; left out: ${reasonsOf(scheme)}`,
    ...scheme.groups.map((group) => groupLine(group, city)),
    ...scheme.indicators.map(indicatorLine),
    ...meaningLines(scheme),
    `  case mix: ${scheme.case_mix.join(' × ') || 'none'}; classes: ${scheme.classes.map(({ name }) => name).join(', ') || 'none'}`,
  ];
}

/** The schemes of a city in words, and the months between them in which none is valid. */
export function describeEvaluation(city: City): string[] {
  const { evaluation } = city;
  if (evaluation.length === 0) return [`${city.code} has no evaluation.yaml: nothing is evaluated.`];
  const gaps = gapsOf(evaluation).map(
    ({ from, to }) => `Gap: no scheme is valid from ${from} until ${to}; these months are not evaluated.`,
  );
  return [...evaluation.flatMap((scheme) => schemeLines(scheme, city)), ...gaps];
}
