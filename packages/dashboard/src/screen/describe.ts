import type { Clause } from '@hotline-atlas/model';
import { dimensionOf, inLanguage } from '@hotline-atlas/model';
import { listed } from '@hotline-atlas/ui/format/joined.ts';
import { chosenSources, clausesOf, type Source } from '../address/crossfilter.ts';
import type { Screen } from './screen.ts';

function describeClause(clause: Clause, screen: Screen): string {
  const names = clause.values.map((value) => screen.label(clause.dimension, value));
  const [first = '', ...more] = names;
  const text =
    more.length > 1 ? screen.messages.filters.several(first, more.length) : listed(names, screen.language);
  return clause.exclude ? screen.messages.filters.not(text) : text;
}

/** What a view has chosen, in words: `Chaoyang › Sanlitun`. */
export const describeSource = (where: readonly Clause[], source: Source, screen: Screen): string =>
  clausesOf(where, source)
    .map((clause) => describeClause(clause, screen))
    .join(' › ');

/** The name of what a source chooses. */
export function sourceLabel(source: Source, screen: Screen): string {
  const known = screen.messages.filters.sources[source];
  if (known) return known;
  return source === 'areas' || source === 'topics' || source === 'hours' || source === 'span'
    ? source
    : inLanguage(dimensionOf(source).label, screen.language);
}

/** Regimes that are left out, by name. */
const describeRegimes = ({ state, meta, messages, language }: Screen): string[] =>
  state.withoutRegimes
    ? meta.regimes.map(({ label }) => messages.comparison.without(inLanguage(label, language)))
    : [];

/** What the appeals are limited to for who asks, in words; none where all may be seen. */
export const describeScope = (screen: Screen): string[] =>
  (screen.person.scope?.clauses ?? []).map((clause) => describeClause(clause, screen));

/** What a page is called in titles: that of the city by what who asks may see, where that is not all. */
export const titleOfPage = (screen: Screen): string =>
  (screen.state.page === 'city' && describeScope(screen).map(screen.messages.filters.only).join(' · ')) ||
  screen.messages.pages[screen.state.page];

/** Everything that is chosen, in words: clauses, and regimes that are left out. */
export const describeChoices = (screen: Screen): string[] => [
  ...describeFilters(screen.state.where, screen),
  ...describeRegimes(screen),
];

/** What is seen at all, and the clauses chosen, in words. */
export const describeLimits = (screen: Screen): string[] => [
  ...describeScope(screen).map(screen.messages.filters.only),
  ...describeFilters(screen.state.where, screen),
];

/** Everything that filters the figures of a panel, in words: limits, and regimes that are left out. */
export const describeSelection = (screen: Screen): string[] => [
  ...describeLimits(screen),
  ...describeRegimes(screen),
];

/** Every filter in words. */
export const describeFilters = (where: readonly Clause[], screen: Screen): string[] =>
  chosenSources(where).map((source) => describeSource(where, source, screen));
