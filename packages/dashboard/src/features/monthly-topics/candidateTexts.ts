import {
  changeMarkWords,
  inLanguage,
  type MonthlyTopicCandidate,
  type MonthlyTopicCandidates,
} from '@hotline-atlas/model';
import type { Cell, Table } from '@hotline-atlas/ui/answer/table.ts';
import { bucketLabel, dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import type { Screen } from '../../screen/screen.ts';
import { countText, rateText } from './numbers.ts';
import { candidateWords } from './words-candidates.ts';

type Said = Pick<Screen, 'language' | 'label' | 'person'>;

/** The place candidates are of, in words. */
export function placeText(district: string | null, { language, label, person }: Said): string {
  if (district !== null) return label('district', district);
  const words = candidateWords[language];
  return (person.scope?.clauses.length ?? 0) === 0 ? words.city : words.seen;
}

/** How many candidates there are, where and when. */
export function candidatesTitle({ meta, topics }: MonthlyTopicCandidates, said: Said): string {
  const month = bucketLabel(`${meta.month}-01`, 'month', said.language);
  const place = placeText(meta.district, said);
  return candidateWords[said.language].title(countText(topics.length, said.language), place, month);
}

/** What is to be known of all of them. */
export function candidatesSaid(
  { meta, whole, topics }: MonthlyTopicCandidates,
  { language }: Said,
): string[] {
  const words = candidateWords[language];
  const count = (value: number) => countText(value, language);
  const { rate, denominator } = whole.resolution;
  const { state, ripe_from: day } = meta.ripeness;
  return [
    words.whole(
      count(whole.appeals),
      count(whole.subdistricts),
      rateText(rate, language),
      count(denominator),
    ),
    words.fewest(count(meta.fewest), count(topics.length), count(meta.topics)),
    words.noScore,
    state === 'ripe' ? '' : day ? words.provisional(dayLabel(day, language)) : words.provisionalOpen,
  ].filter(Boolean);
}

/** What the mark of not being dominated says; empty where nothing is known. */
export function undominatedSaid(
  { meta, topics }: MonthlyTopicCandidates,
  language: Said['language'],
): string {
  const words = candidateWords[language];
  const marked = topics.filter(({ undominated }) => undominated);
  if (marked.length === 0) return '';
  const names = meta.criteria.map((name) => words.criteria[name]);
  const list = new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en', { type: 'conjunction' });
  return words.undominatedKey(list.format(names), countText(marked.length, language));
}

type Column = readonly [
  name: string,
  value: (candidate: MonthlyTopicCandidate) => number | string | boolean | null,
];

const columns: readonly Column[] = [
  ['appeals', ({ volume }) => volume.appeals],
  ['share', ({ volume }) => volume.share],
  ...(['growth', 'growth_previous'] as const).flatMap((side): Column[] => [
    [`${side}_now`, (each) => each[side]?.now ?? null],
    [`${side}_before`, (each) => each[side]?.before ?? null],
    [`${side}_change_share`, (each) => each[side]?.change_share ?? null],
    [`${side}_q`, (each) => each[side]?.q ?? null],
    [`${side}_mark`, (each) => each[side]?.mark ?? null],
    [`${side}_season`, (each) => each[side]?.season ?? null],
  ]),
  ['spread_subdistricts', ({ spread }) => spread.subdistricts],
  ['spread_of', ({ spread }) => spread.of],
  ['spread_effective', ({ spread }) => spread.effective],
  ['resolution_numerator', ({ resolution }) => resolution.numerator],
  ['resolution_denominator', ({ resolution }) => resolution.denominator],
  ['resolution_rate', ({ resolution }) => resolution.rate],
  ['resolution_lower', ({ resolution }) => resolution.lower],
  ['resolution_upper', ({ resolution }) => resolution.upper],
  ['resolution_q', ({ resolution }) => resolution.q],
  ['resolution_mark', ({ resolution }) => resolution.mark],
  ['repeats_numerator', ({ repeats }) => repeats?.numerator ?? null],
  ['repeats_denominator', ({ repeats }) => repeats?.denominator ?? null],
  ['season_known', ({ season }) => String(season.known)],
  ['season_peak', ({ season }) => season.peak],
  ['season_peak_factor', ({ season }) => season.peak_factor],
  ['season_months_to_peak', ({ season }) => season.months_to_peak],
  ['persistence_above', ({ persistence }) => persistence.above],
  ['persistence_known', ({ persistence }) => persistence.known],
  ['persistence_run', ({ persistence }) => persistence.run],
  ['undominated', ({ undominated }) => (undominated === null ? null : String(undominated))],
];

const isText = (name: string): boolean =>
  name.endsWith('_mark') || name === 'season_known' || name === 'undominated';

const cellOf = (value: number | string | boolean | null): Cell => {
  const raw = typeof value === 'boolean' ? String(value) : value;
  return { raw, text: raw === null ? '' : String(raw) };
};

/** The candidates as a file has them: every number with what it is made of, in the order of the screen. */
export function candidatesTable(
  candidates: readonly MonthlyTopicCandidate[],
  { level }: MonthlyTopicCandidates['meta'],
  { label }: Pick<Screen, 'label'>,
): Table {
  return {
    columns: [
      { name: 'topic', label: 'topic_name', numeric: false },
      ...columns.map(([name]) => ({ name, label: name, numeric: !isText(name) })),
    ],
    rows: candidates.map((candidate) => [
      { raw: candidate.topic, text: label(level, candidate.topic) },
      ...columns.map(([, value]) => cellOf(value(candidate))),
    ]),
  };
}

/** What a file of candidates says of itself. */
export function candidatesRemarks(
  answer: MonthlyTopicCandidates,
  screen: Said & Pick<Screen, 'messages' | 'meta'>,
): string[] {
  const { language, messages, meta } = screen;
  const mark = (['beyond_chance', 'provisional', 'chance', 'too_few'] as const).map((name) =>
    labelled(name, inLanguage(changeMarkWords[name].label, language), language),
  );
  return [
    candidatesTitle(answer, screen),
    ...candidatesSaid(answer, screen),
    undominatedSaid(answer, language),
    ...mark,
    inLanguage(answer.method.summary, language),
    labelled(messages.how.version, String(answer.meta.as_of.version), language),
    ...(meta.synthetic ? [messages.syntheticLong] : []),
  ].filter(Boolean);
}
