import type { Rates } from '@hotline-atlas/model';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { probability } from '../../judgement/numbers.ts';
import type { Screen } from '../../screen/screen.ts';
import type { RateRow } from './rateRows.ts';
import type { RateWords } from './words.ts';

type Language = Screen['language'];

/** How many groups are ranked. */
const rankedIn = ({ classes }: Rates): number =>
  classes.filter(({ name }) => name !== 'small').reduce((sum, { groups }) => sum + groups, 0);

/** The finding: how many groups truly lie below what is expected of them. */
export function ratesFinding(
  answer: Rates,
  by: Screen['state']['rates']['by'],
  words: RateWords,
  language: Language,
): string {
  const lower = answer.groups.verdict.filter((verdict) => verdict === 'lower').length;
  const groups = words.plural[by];
  if (lower === 0) return words.none(groups);
  return words.title(exact(lower, language), exact(rankedIn(answer), language), groups);
}

/** Two digits of how often: 1 in 40, 1 in 120. */
function cases(p: number, language: Language): string {
  const often = 1 / p;
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(often)) - 1);
  return exact(Math.round(often / digit) * digit, language);
}

const surely = 0.05;

/** What chance has to do with it. */
function chanceOf(row: RateRow, words: RateWords, language: Language): string {
  const p = row.chance ?? 1;
  if (row.verdict === 'unclear')
    return p < surely ? words.manyAlike(probability(p, language)) : words.unclear(probability(p, language));
  const tail = p / 2;
  return words.byChance(
    row.verdict === 'lower' ? 'low' : 'high',
    tail < 0.001 ? words.rarely : words.once(cases(tail, language)),
  );
}

/** The ranks a group may have, in words. */
const rankOf = (row: RateRow, all: number, words: RateWords, language: Language): string =>
  words.rank(exact(row.rankLow ?? 0, language), exact(row.rankHigh ?? 0, language), exact(all, language));

/** What is known of a group, in one plain sentence and a remark. */
export function rateSentence(row: RateRow, answer: Rates, words: RateWords, language: Language): string {
  const { metric, expected, fewest } = answer.meta;
  const counted = words.counted(
    words.metrics[metric],
    percent(row.rate, language),
    exact(row.denominator, language),
  );
  const stop = language === 'zh' ? '。' : '.';
  const join = language === 'zh' ? '；' : '; ';
  if (row.verdict === 'small') return `${counted}${join}${words.small(exact(fewest, language))}${stop}`;
  const parts = [
    counted,
    words.expected[expected](percent(row.expected, language)),
    chanceOf(row, words, language),
    rankOf(row, rankedIn(answer), words, language),
  ];
  const remarks = [
    row.level !== null && Math.abs(row.level) > 1 && words.beyond,
    row.level !== null && Math.abs(row.level) === 1 && words.usual,
    row.ownPart > 0.5 && words.alone,
  ];
  return [`${parts.join(join)}${stop}`, ...remarks.filter(Boolean)].join(language === 'zh' ? '' : ' ');
}
