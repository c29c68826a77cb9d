import type { Bilingual, ChangeMark, FindingFigure, FindingSentence } from '@hotline-atlas/model';
import type { Compared } from './figure.ts';
import { isLevel, sizeOf, timesOf, written } from './numbers.ts';
import { beforeName, likeDays, periodName } from './period-words.ts';
import { detailOf, shortEnough } from './sentences.ts';

/** Figures of how many appeals there are. */
export interface VolumeFigures {
  /** All of the period, of the days of it that have data. */
  perDay: FindingFigure;
  /** Against the other side that is asked for; null where no day can be compared. */
  main: FindingFigure | null;
  /** Both sides of it a day, of the days that are compared. */
  likeDays: FindingFigure | null;
  /** Against the other one. */
  other: { figure: FindingFigure; likeDays: FindingFigure | null; compared: Compared } | null;
  /** Appeals a day that season and trend lead one to expect. */
  expected: FindingFigure | null;
}

/** What a change is of, with how many there were a day. */
function baseWords(named: Bilingual, likeDaysOf: FindingFigure | null): Bilingual {
  const before = likeDaysOf?.before ?? null;
  if (before === null) return named;
  const [{ en, zh }, base] = [likeDays(named), written(before, 'per_day')];
  return { en: `${en} (${base} a day)`, zh: `${zh}（日均${base}件）` };
}

/** `2.5 % fewer than on like days of May (26.9 a day)`, `较5月可比日（日均26.9件）下降2.5%`. */
function changeWords(
  { change_share: share, value, before }: FindingFigure,
  compared: Bilingual,
  likeDaysOf: FindingFigure | null,
): Bilingual {
  if (share === null || before === 0)
    return value === 0
      ? { en: `none, as ${compared.en}`, zh: `与${compared.zh}均无诉求` }
      : { en: `none ${compared.en}`, zh: `${compared.zh}无诉求` };
  const named = baseWords(compared, likeDaysOf);
  if (isLevel(share)) return { en: `as many as ${named.en}`, zh: `与${named.zh}持平` };
  const times = timesOf(share);
  if (times) return { en: `${times} times as many as ${named.en}`, zh: `为${named.zh}的${times}倍` };
  const { en, zh } = sizeOf(share);
  const isMore = share > 0;
  return {
    en: `${en} ${isMore ? 'more' : 'fewer'} than ${named.en}`,
    zh: `较${named.zh}${isMore ? '上升' : '下降'}${zh}`,
  };
}

const perDayWords = ({ value }: FindingFigure): Bilingual => {
  const number = written(value ?? 0, 'per_day');
  return { en: `${number} appeals a day`, zh: `日均诉求${number}件` };
};

/** What follows the change, by its mark. */
const verdicts: Record<ChangeMark, Bilingual> = {
  beyond_chance: { en: '', zh: '' },
  provisional: { en: ', provisional', zh: '（初步数据）' },
  chance: { en: ', within chance', zh: '，属正常波动' },
  too_few: { en: ', not judged', zh: '，暂不判断' },
};

/** Letters of the English text at the most: it tells the base too. */
const mostLetters = 90;

const fewest = 30;

/** Whether both sides together are too few, whatever the history is. */
const areFew = ({ value, before }: FindingFigure): boolean => (value ?? 0) + (before ?? 0) < fewest;

function textOf({ perDay, main, likeDays: base }: VolumeFigures, compared: Compared): Bilingual {
  const rate = perDayWords(perDay);
  if (!main || !compared.before)
    return { en: `${rate.en}; nothing to compare with.`, zh: `${rate.zh}，无可比数据。` };
  const named = beforeName(compared.compare, compared.period, compared.before);
  if (main.mark === 'too_few' && areFew(main)) {
    const count = written(perDay.numerator ?? 0, 'count');
    return {
      en: `${count} appeals: too few to compare with those ${named.en}.`,
      zh: `诉求${count}件，样本过少，不与${named.zh}比较。`,
    };
  }
  const [change, verdict] = [changeWords(main, named, base), verdicts[main.mark ?? 'chance']];
  const of = ({ en, zh }: Bilingual): Bilingual => ({
    en: `${rate.en}, ${change.en}${en}.`,
    zh: `${rate.zh}，${change.zh}${zh}。`,
  });
  return shortEnough([of(verdict), of(verdicts.beyond_chance)], mostLetters);
}

const totalWords = ({ numerator, denominator }: FindingFigure): Bilingual => {
  const [count, days] = [written(numerator ?? 0, 'count'), written(denominator ?? 0, 'count')];
  return { en: `${count} in ${days} ${days === '1' ? 'day' : 'days'}`, zh: `共${count}件（${days}天）` };
};

function otherWords(other: VolumeFigures['other']): Bilingual | null {
  if (!other?.compared.before || other.figure.mark === 'too_few') return null;
  const { compare, period, before } = other.compared;
  const change = changeWords(other.figure, beforeName(compare, period, before), other.likeDays);
  const isChance = other.figure.mark === 'chance';
  return isChance ? { en: `${change.en}, within chance`, zh: `${change.zh}，属正常波动` } : change;
}

function expectedWords(expected: FindingFigure | null): Bilingual | null {
  if (!expected) return null;
  const { value, lower, upper } = expected;
  if (value === null || lower === null || upper === null) return null;
  const range =
    lower > 0
      ? `${written(lower, 'per_day')}–${written(upper, 'per_day')}`
      : `0–${written(upper, 'per_day')}`;
  if (value > upper)
    return {
      en: `more than season and trend lead one to expect (${range})`,
      zh: `高于季节和趋势的预期区间（${range}件）`,
    };
  if (value < lower)
    return {
      en: `fewer than season and trend lead one to expect (${range})`,
      zh: `低于季节和趋势的预期区间（${range}件）`,
    };
  return {
    en: `as season and trend lead one to expect (${range})`,
    zh: `处于季节和趋势的预期区间（${range}件）`,
  };
}

/** Why nothing is judged, and what the text has no room for. */
function verdictWords({ main }: VolumeFigures, text: Bilingual): Bilingual | null {
  if (main?.mark === 'too_few' && !areFew(main))
    return { en: 'too short a history to judge', zh: '历史较短，暂不判断' };
  const isLeftOut = main?.mark === 'chance' && !text.en.includes('within chance');
  return isLeftOut ? { en: 'within chance', zh: '属正常波动' } : null;
}

/** How many days are compared, where the period has others too. */
function daysWords({ perDay, main, likeDays: base }: VolumeFigures): Bilingual | null {
  if (!base || main?.mark === 'too_few' || base.value === null) return null;
  const [count, value] = [written(base.denominator ?? 0, 'count'), written(base.value, 'per_day')];
  if (value === written(perDay.value ?? 0, 'per_day')) return null;
  return {
    en: `${value} a day on the ${count} like ${count === '1' ? 'day' : 'days'} compared`,
    zh: `${count}个可比日日均${value}件`,
  };
}

/** How many appeals there are a day, against the period before and the year before. */
export function volumeSentence(figures: VolumeFigures, compared: Compared): FindingSentence {
  const { perDay, main, likeDays: base, other, expected } = figures;
  const period = periodName(compared.period);
  const counted = totalWords(perDay);
  const text = textOf(figures, compared);
  return {
    kind: 'volume',
    mark: main?.mark ?? 'too_few',
    text,
    detail: detailOf([
      verdictWords(figures, text),
      daysWords(figures),
      otherWords(other),
      main?.mark === 'too_few' ? null : expectedWords(expected),
      { en: `${period.en}: ${counted.en}`, zh: `${period.zh}${counted.zh}` },
    ]),
    figures: [perDay, main, base, other?.figure ?? null, other?.likeDays ?? null, expected].flatMap(
      (each) => each ?? [],
    ),
    about: null,
  };
}
