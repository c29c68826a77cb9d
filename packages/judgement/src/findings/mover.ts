import type { Bilingual, FindingFigure, FindingSentence } from '@hotline-atlas/model';
import type { Compared } from './figure.ts';
import { sizeOf, timesOf, written } from './numbers.ts';
import { beforeName, monthName, wholeMonths } from './period-words.ts';
import { detailOf, shortEnough } from './sentences.ts';

/** Figures of what moved the number of appeals. */
export interface MoverFigures {
  about: NonNullable<FindingSentence['about']>;
  /** On the days that are compared. */
  moved: FindingFigure;
  /** Of the whole period. */
  total: FindingFigure;
  /** What the season explains of it: its value; null where no season is known. */
  season: FindingFigure | null;
  /** Areas it moved in the same direction in: as many, of how many; null where no areas are known. */
  areas: FindingFigure | null;
  areasName: Bilingual;
  isSeasonal: boolean;
  /** The largest change that the season explains, where it is another. */
  seasonal: { label: Bilingual; figure: FindingFigure } | null;
}

const isTopic = (dimension: string): boolean => dimension.startsWith('topic');

/** The subject of a sentence: a topic by its name, an area as a place. */
function subjectOf(dimension: string, label: Bilingual): Bilingual {
  if (isTopic(dimension)) return { en: label.en, zh: `${label.zh}类诉求` };
  return { en: `Appeals from ${label.en}`, zh: `${label.zh}诉求` };
}

/** `doubled`, `rose 30 %`; `翻番`, `上升30%`. */
function verbOf(share: number): Bilingual {
  const ratio = share + 1;
  if (Math.abs(ratio - 2) < 0.05) return { en: 'doubled', zh: '翻番' };
  if (Math.abs(ratio - 3) < 0.05) return { en: 'tripled', zh: '增至三倍' };
  const times = timesOf(share);
  if (times) return { en: `rose ${times}-fold`, zh: `增至${times}倍` };
  const { en, zh } = sizeOf(share);
  return share > 0 ? { en: `rose ${en}`, zh: `上升${zh}` } : { en: `fell ${en}`, zh: `下降${zh}` };
}

function movedWords({ moved, total, about }: MoverFigures, compared: Compared): Bilingual {
  const [subject, count] = [subjectOf(about.dimension, about.label), written(total.value ?? 0, 'count')];
  const { change_share: share, value, change } = moved;
  if (share === null) {
    const named = compared.before && beforeName(compared.compare, compared.period, compared.before);
    return {
      en: `${subject.en}: ${count}, none ${named?.en ?? 'before'}`,
      zh: `${subject.zh}${count}件，${named?.zh ?? '此前'}无诉求`,
    };
  }
  if (value === 0) return { en: `${subject.en} fell to none`, zh: `${subject.zh}降为零` };
  const verb = verbOf(share);
  return {
    en: `${subject.en} ${verb.en} to ${count}`,
    zh: `${subject.zh}${verb.zh}，${(change ?? 0) > 0 ? '达' : '为'}${count}件`,
  };
}

function areasWords({ areas, areasName, moved }: MoverFigures): Bilingual | null {
  const { value, denominator } = areas ?? { value: null, denominator: null };
  if (value === null || denominator === null || denominator < 2) return null;
  const moves = (moved.change ?? 0) > 0 ? '上升' : '下降';
  if (value === denominator)
    return { en: `in all ${value} ${areasName.en}`, zh: `${value}${areasName.zh}均${moves}` };
  return {
    en: `in ${value} of ${denominator} ${areasName.en}`,
    zh: `${denominator}${areasName.zh}中${value}个${moves}`,
  };
}

/** `as usual in December`. */
const usually = ({ period }: Compared): Bilingual =>
  wholeMonths(period) === 1
    ? { en: `as usual in ${monthName(period).en}`, zh: '属季节性变化' }
    : { en: 'as usual at this time of year', zh: '属季节性变化' };

const clauses = (parts: readonly (Bilingual | null)[]): Bilingual => {
  const given = parts.flatMap((part) => part ?? []);
  return {
    en: `${given.map(({ en }) => en).join(', ')}.`,
    zh: `${given.map(({ zh }) => zh).join('，')}。`,
  };
};

const signed = (change: number): Bilingual => {
  const count = written(Math.abs(change), 'count');
  if (count === '0') return { en: 'no change', zh: '基本持平' };
  return change > 0
    ? { en: `up ${count}`, zh: `增加${count}件` }
    : { en: `down ${count}`, zh: `减少${count}件` };
};

function partWords({ moved, season }: MoverFigures): Bilingual {
  const all = signed(moved.change ?? 0);
  const [now, before] = [moved.value ?? 0, moved.before ?? 0].map((value) =>
    Number.isInteger(value) ? written(value, 'count') : written(value, 'per_10k'),
  );
  const told = {
    en: `on like days ${now} against ${before}: ${all.en}`,
    zh: `可比日${now}件，对比期${before}件，${all.zh}`,
  };
  if (season?.value === null || season?.value === undefined) return told;
  const usual = signed(season.value);
  return { en: `${told.en}; the season alone: ${usual.en}`, zh: `${told.zh}，其中季节因素${usual.zh}` };
}

function seasonalWords({ seasonal }: MoverFigures, compared: Compared): Bilingual | null {
  if (!seasonal) return null;
  const [{ en, zh }, change] = [seasonal.label, signed(seasonal.figure.change ?? 0)];
  const usual = usually(compared);
  return { en: `${en}: ${change.en}, ${usual.en}`, zh: `${zh}类诉求${change.zh}，${usual.zh}` };
}

/** What moved the number of appeals most, beyond chance and beyond what the season explains. */
export function moverSentence(figures: MoverFigures, compared: Compared): FindingSentence {
  const { about, moved, total, season, areas, seasonal, isSeasonal } = figures;
  const [words, places] = [movedWords(figures, compared), areasWords(figures)];
  const usual = isSeasonal ? usually(compared) : null;
  const wordings = [[words, places, usual], [words, usual], [words]];
  const text = shortEnough(wordings.map(clauses));
  const isLeftOut = places !== null && !text.en.includes(places.en);
  return {
    kind: 'mover',
    mark: moved.mark ?? 'chance',
    text,
    detail: detailOf([partWords(figures), isLeftOut ? places : null, seasonalWords(figures, compared)]),
    figures: [moved, total, areas, season, seasonal?.figure ?? null].flatMap((each) => each ?? []),
    about,
  };
}

/** What is said where nothing moved beyond chance: how many groups were tested, and the largest change. */
export function nothingMoved(
  tested: FindingFigure,
  groups: Bilingual,
  largest: { label: Bilingual; figure: FindingFigure },
): FindingSentence {
  const [count, { label }] = [written(tested.denominator ?? 0, 'count'), largest];
  const change = signed(largest.figure.change ?? 0);
  const subject = subjectOf(largest.figure.dimension ?? '', label);
  const text =
    count === '1'
      ? { en: `${subject.en}: no change beyond chance.`, zh: `${subject.zh}：变化属正常波动。` }
      : {
          en: `None of ${count} ${groups.en} moved beyond chance.`,
          zh: `${count}${groups.zh}的变化均属正常波动。`,
        };
  const detail =
    count === '1'
      ? {
          en: `${change.en} in the days compared; all others are too few`,
          zh: `可比日${change.zh}；其余样本过少`,
        }
      : { en: `largest change: ${label.en}, ${change.en}`, zh: `变化最大的是${label.zh}，${change.zh}` };
  return {
    ...{ kind: 'mover', mark: 'chance', text, detail: detailOf([detail]) },
    ...{ figures: [tested, largest.figure], about: null },
  };
}
