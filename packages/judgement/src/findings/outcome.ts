import {
  type Bilingual,
  type FindingFigure,
  type FindingSentence,
  type RateMetric,
  ripeningOf,
} from '@hotline-atlas/model';
import { apart, percents, written } from './numbers.ts';
import { detailOf, shortEnough } from './sentences.ts';

interface RateWords {
  name: Bilingual;
  /** What the others are. */
  failed: Bilingual;
  doing: Bilingual;
}

/** How rates are called in sentences. */
export const rateWords: Record<RateMetric, RateWords> = {
  satisfaction_rate: {
    name: { en: 'satisfaction', zh: '满意率' },
    failed: { en: 'not satisfied', zh: '不满意' },
    doing: { en: 'satisfies', zh: '满意率' },
  },
  resolution_rate: {
    name: { en: 'resolution', zh: '解决率' },
    failed: { en: 'not solved', zh: '未解决' },
    doing: { en: 'solves', zh: '解决率' },
  },
  on_time_rate: {
    name: { en: 'closing on time', zh: '按时办结率' },
    failed: { en: 'late', zh: '超期' },
    doing: { en: 'closes on time', zh: '按时办结率' },
  },
  response_rate: {
    name: { en: 'response', zh: '响应率' },
    failed: { en: 'not contacted', zh: '未联系' },
    doing: { en: 'contacts', zh: '响应率' },
  },
};

/** A change of a rate that is told. */
export interface OutcomeFigures {
  /** Null: of the whole place. */
  about: FindingSentence['about'];
  metric: RateMetric;
  /** Of the whole periods, unless `isOfLikeDays`. */
  changed: FindingFigure;
  /** Of the days that are compared, by which the change is judged. */
  likeDays: FindingFigure;
  isOfLikeDays: boolean;
  /** Of the whole place, beside a group of it. */
  whole: FindingFigure | null;
  /** Groups that were tested, and how they are called. */
  tested: { count: number; name: Bilingual };
  /** Further changes beyond chance. */
  more: number;
}

const joint: Record<string, string> = { unit: 'at', topic1: 'on', topic2: 'on', topic3: 'on' };

function subjectOf({ about, metric }: OutcomeFigures): Bilingual {
  const { en, zh } = rateWords[metric].name;
  const first = en.replace(/^./, (letter) => letter.toUpperCase());
  if (!about) return { en: first, zh: `总体${zh}` };
  return { en: `${first} ${joint[about.dimension] ?? 'in'} ${about.label.en}`, zh: `${about.label.zh}${zh}` };
}

/** How many of how many failed. */
function failures({ value, numerator, denominator }: FindingFigure, metric: RateMetric): Bilingual | null {
  if (value === null || numerator === null || denominator === null) return null;
  const [failed, all] = [
    written(Math.round(denominator) - Math.round(numerator), 'count'),
    written(denominator, 'count'),
  ];
  const { en, zh } = rateWords[metric].failed;
  return { en: `${failed} of ${all} ${en}`, zh: `${all}件中${failed}件${zh}` };
}

/** `Satisfaction in Yanqing fell from 100.0 to 93.5 %: 9 of 139 not satisfied.` */
function outcomeText(figures: OutcomeFigures): Bilingual {
  const { changed, metric } = figures;
  const subject = subjectOf(figures);
  const [now, before] = [changed.value ?? 0, changed.before ?? 0];
  const isUp = now > before;
  const rates = apart(before, now);
  const days = figures.isOfLikeDays ? { en: ' on like days', zh: '（可比日）' } : { en: '', zh: '' };
  const words = {
    en: `${subject.en} ${isUp ? 'rose' : 'fell'} from ${rates.before} to ${rates.now.en}${days.en}`,
    zh: `${subject.zh}${days.zh}由${rates.before}%${isUp ? '升至' : '降至'}${rates.now.zh}`,
  };
  const failed = failures(changed, metric);
  const short = { en: `${words.en}.`, zh: `${words.zh}。` };
  if (!failed) return short;
  const full = { en: `${words.en}: ${failed.en}.`, zh: `${words.zh}：${failed.zh}。` };
  return shortEnough([full, short]);
}

const stillComing = (metric: RateMetric): Bilingual =>
  ripeningOf[metric] === 'closing'
    ? {
        en: 'not chance, but provisional: orders are still to be closed',
        zh: '超出正常波动，但为初步数据：尚有工单未办结',
      }
    : {
        en: 'not chance, but provisional: return visits are still to come',
        zh: '超出正常波动，但为初步数据：回访尚未到齐',
      };

function sureness({ changed, metric, tested, about }: OutcomeFigures): Bilingual {
  if (changed.mark === 'provisional') return stillComing(metric);
  if (!about) return { en: 'beyond chance', zh: '超出正常波动' };
  const count = written(tested.count, 'count');
  return {
    en: `not chance among ${count} ${tested.name.en} that were tested`,
    zh: `经对${count}${tested.name.zh}检验，超出正常波动`,
  };
}

function moreWords(more: number): Bilingual | null {
  if (more === 0) return null;
  const count = written(more, 'count');
  return {
    en: more === 1 ? 'one more changed beyond chance' : `${count} more changed beyond chance`,
    zh: `另有${count}项变化超出正常波动`,
  };
}

/** The rates by which the change is judged, where they are not those of the text. */
function likeDaysWords({ changed, likeDays, isOfLikeDays }: OutcomeFigures): Bilingual | null {
  const { value, before } = likeDays;
  const isSame = value === changed.value && before === changed.before;
  if (isOfLikeDays || isSame || value === null || before === null) return null;
  const rates = apart(before, value);
  return {
    en: `judged on like days: ${rates.before} to ${rates.now.en}`,
    zh: `按可比日判定：${rates.before}%至${rates.now.zh}`,
  };
}

/** A rate that changed beyond chance, in a group or of the whole. */
export function outcomeSentence(figures: OutcomeFigures): FindingSentence {
  const { about, changed, likeDays, isOfLikeDays, whole, metric, more } = figures;
  const text = outcomeText(figures);
  const failed = failures(changed, metric);
  const wholeRate = whole?.value === null || whole?.value === undefined ? null : percents(whole.value);
  return {
    kind: 'outcome',
    mark: changed.mark ?? 'chance',
    text,
    detail: detailOf([
      failed && !text.en.includes(failed.en) ? failed : null,
      sureness(figures),
      likeDaysWords(figures),
      wholeRate && { en: `all together: ${wholeRate.en}`, zh: `总体为${wholeRate.zh}` },
      moreWords(more),
    ]),
    figures: [changed, ...(isOfLikeDays ? [] : [likeDays]), ...(whole ? [whole] : [])],
    about,
  };
}

const listed = (metrics: readonly RateMetric[]): Bilingual => ({
  en: metrics
    .map((metric) => rateWords[metric].name.en)
    .join(', ')
    .replace(/^./, (letter) => letter.toUpperCase()),
  zh: metrics.map((metric) => rateWords[metric].name.zh).join('、'),
});

/** What is said where no rate changed beyond chance, or where too few were asked. */
export function nothingChanged(
  metrics: readonly RateMetric[],
  wholes: readonly FindingFigure[],
  tested: OutcomeFigures['tested'],
  { isTooFew, isRipe }: { isTooFew: boolean; isRipe: boolean },
): FindingSentence {
  const names = listed(metrics);
  const rates = wholes.flatMap(({ value, metric }) => {
    const words = Object.entries(rateWords).find(([name]) => name === metric)?.[1];
    if (value === null || !words) return [];
    const rate = percents(value);
    return [{ en: `${words.name.en} ${rate.en}`, zh: `${words.name.zh}${rate.zh}` }];
  });
  const groups =
    tested.count > 1
      ? {
          en: `${written(tested.count, 'count')} ${tested.name.en} tested`,
          zh: `检验了${tested.count}${tested.name.zh}`,
        }
      : null;
  return {
    kind: 'outcome',
    mark: isTooFew ? 'too_few' : 'chance',
    text: isTooFew
      ? { en: `${names.en}: too few to compare.`, zh: `${names.zh}：样本过少，不作比较。` }
      : {
          en: `${names.en}: no change beyond chance${isRipe ? '' : ' so far'}.`,
          zh: `${names.zh}：${isRipe ? '' : '目前'}均属正常波动。`,
        },
    detail: detailOf([
      rates.length > 0
        ? { en: rates.map(({ en }) => en).join(', '), zh: rates.map(({ zh }) => zh).join('、') }
        : null,
      groups,
    ]),
    figures: [...wholes],
    about: null,
  };
}
