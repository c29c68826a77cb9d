import type { Rates } from '@hotline-atlas/model';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { probability } from '../../judgement/numbers.ts';
import type { Words } from '../../judgement/words/index.ts';
import type { Screen } from '../../screen/screen.ts';
import type { RateRow } from './rateRows.ts';

type Language = Screen['language'];

/** How many groups are ranked. */
export const rankedIn = ({ classes }: Rates): number =>
  classes.filter(({ name }) => name !== 'small').reduce((sum, { groups }) => sum + groups, 0);

/** The finding: how many groups truly lie below what is expected of them. */
export function ratesFinding(
  answer: Rates,
  by: Screen['state']['rates']['by'],
  words: Words,
  language: Language,
): string {
  const lower = answer.groups.verdict.filter((verdict) => verdict === 'lower').length;
  const groups = words.rates.plural[by];
  if (lower === 0) return words.rates.none(groups);
  return words.rates.title(exact(lower, language), exact(rankedIn(answer), language), groups);
}

/** Two digits of how often: 1 in 40, 1 in 120. */
function cases(p: number, language: Language): string {
  const often = 1 / p;
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(often)) - 1);
  return exact(Math.round(often / digit) * digit, language);
}

const surely = 0.05;

/** What chance has to do with it. */
function chanceOf(row: RateRow, { rates }: Words, language: Language): string {
  const p = row.chance ?? 1;
  if (row.verdict === 'unclear')
    return p < surely ? rates.manyAlike(probability(p, language)) : rates.unclear(probability(p, language));
  const tail = p / 2;
  return rates.byChance(
    row.verdict === 'lower' ? 'low' : 'high',
    tail < 0.001 ? rates.rarely : rates.once(cases(tail, language)),
  );
}

/** The ranks a group may have, in words. */
const rankOf = (row: RateRow, all: number, { rates }: Words, language: Language): string =>
  rates.rank(exact(row.rankLow ?? 0, language), exact(row.rankHigh ?? 0, language), exact(all, language));

/** What is known of a group, in one plain sentence and a remark. */
export function rateSentence(row: RateRow, answer: Rates, words: Words, language: Language): string {
  const { rates } = words;
  const { metric, expected, fewest } = answer.meta;
  const counted = rates.counted(
    rates.metrics[metric],
    percent(row.rate, language),
    exact(row.denominator, language),
  );
  const stop = language === 'zh' ? '。' : '.';
  const join = language === 'zh' ? '；' : '; ';
  if (row.verdict === 'small') return `${counted}${join}${rates.small(exact(fewest, language))}${stop}`;
  const parts = [
    counted,
    rates.expected[expected](percent(row.expected, language)),
    chanceOf(row, words, language),
    rankOf(row, rankedIn(answer), words, language),
  ];
  const remarks = [
    row.level !== null && Math.abs(row.level) > 1 && rates.beyond,
    row.level !== null && Math.abs(row.level) === 1 && rates.usual,
    row.ownPart > 0.5 && rates.alone,
  ];
  return [`${parts.join(join)}${stop}`, ...remarks.filter(Boolean)].join(language === 'zh' ? '' : ' ');
}
