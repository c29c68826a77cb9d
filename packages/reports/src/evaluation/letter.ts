import {
  changeMarkWords,
  type Evaluation,
  inLanguage,
  type MovedRankTold,
  publishedStep,
} from '@hotline-atlas/model';
import type { Block, Cell, Report } from '../document/report.ts';
import { count, dayLabel, decimal, monthLabel, percent, signed } from '../format/numbers.ts';
import { rateOfAll } from './all-together.ts';
import { reasonTold } from './base-tables.ts';
import { rankedOf, ranksTold } from './finding.ts';
import { framed, monthTold, stateTold } from './frame.ts';
import { missedBlocks, topicBlocks } from './letter-depth.ts';
import type { LetterPaper, ToldLetter } from './letter-paper.ts';
import { filled, toldOf, unitName } from './paper.ts';
import { cellOf, column, empty, fullScore, intervalTold, monthBefore } from './unit-table.ts';

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });

/** Score, rank and change as figures; that it is not ranked where it is not. */
function resultBlocks(told: ToldLetter): Block[] {
  const { words, evaluation, scheme, language, at, unit } = told;
  const { letter } = words;
  const { units, meta } = evaluation;
  const score = (value: number) => decimal(value, scheme.decimals);
  const [own, rank, change] = [units.score[at], units.rank[at], units.change[at]];
  if (own === null || own === undefined || rank === null || rank === undefined) {
    const standing = words.standings[units.standing[at] ?? 'not_asked'];
    return [
      {
        kind: 'text',
        strong: true,
        text: filled(letter.notRanked, { unit: unitName(unit, told), standing }),
      },
    ];
  }
  const interval = intervalTold(units.score_lower[at], units.score_upper[at], score);
  const mark = changeMarkWords[units.mark[at] ?? 'too_few'].label[language];
  const month = monthLabel(monthBefore(meta.month), language);
  const hasChange = change !== null && change !== undefined;
  return [
    {
      kind: 'figures',
      figures: [
        {
          ...{ title: letter.score, value: score(own) },
          under: filled(letter.of, { points: decimal(fullScore(told), 0), interval }),
        },
        {
          ...{ title: letter.rank, value: count(rank) },
          under: filled(letter.ofRanked, {
            ranked: count(rankedOf(told).length),
            ranks: ranksTold(told, at),
          }),
        },
        {
          title: letter.change,
          value: hasChange ? signed(change, scheme.decimals) : '–',
          under: hasChange ? filled(letter.onMonth, { month, mark }) : letter.noChange,
        },
      ],
    },
  ];
}

function calledSentence({ words, evaluation: { units, meta }, at }: ToldLetter): string[] {
  const { sure } = words.letter;
  if (meta.group.called_in === 0) return [];
  const isSure = units.called_in_sure[at] === true;
  if (units.called_in[at]) return [isSure ? sure.calledSure : sure.called];
  return [isSure ? sure.notCalled : sure.notCalledUnsure];
}

/** How sure the rank is: neighbours, who is called in, other measures. */
function sureTold(told: ToldLetter): string {
  const { words, evaluation, scheme, at, language } = told;
  const { letter } = words;
  const { units } = evaluation;
  if (units.rank[at] === null) return '';
  const [below, above] = [units.told_apart[at] === true, at > 0 && units.told_apart[at - 1] === true];
  const mixed = units.case_mix_score[at];
  const weighed = intervalTold(units.weights_best[at], units.weights_worst[at], count);
  return [
    ...(below ? [letter.sure.apartBelow] : []),
    ...(above ? [letter.sure.apartAbove] : []),
    ...(below || above ? [] : [letter.sure.notApart]),
    ...calledSentence(told),
    ...(mixed === null || mixed === undefined
      ? []
      : [
          filled(letter.caseMix, {
            score: decimal(mixed, scheme.decimals),
            rank: String(units.case_mix_rank[at] ?? ''),
          }),
        ]),
    ...(weighed === '' ? [] : [filled(letter.weights, { ranks: weighed })]),
  ].join(language === 'zh' ? '' : ' ');
}

/** Each indicator: numerator and denominator, rate with interval, that of all, points. */
function ratesBlock(told: ToldLetter): Block {
  const { words, evaluation, scheme, language, at } = told;
  const points = (value: number) => decimal(value, scheme.decimals);
  const measuredScore = evaluation.indicators.reduce(
    (sum, { weight, measured }) => sum + (measured ? weight : 0),
    0,
  );
  const grown = measuredScore > 0 ? fullScore(told) / measuredScore : 1;
  return {
    kind: 'table',
    columns: [
      column(words.letter.indicator, null, 'left'),
      column(words.columns.ofAsked, 26),
      column(words.columns.rate, 16),
      column(words.columns.interval, 24, 'center'),
      column(words.letter.groupRate, 18),
      column(words.letter.points, 18),
      column(words.letter.most, 16),
    ],
    rows: evaluation.indicators.map((indicator): Cell[] => {
      const { numerator, denominator, rate, lower, upper, weight, label, measured } = indicator;
      const all = rateOfAll(indicator)?.rate ?? null;
      return [
        { text: inLanguage(label, language) },
        { text: `${count(numerator[at] ?? 0)} / ${count(denominator[at] ?? 0)}` },
        { ...cellOf(rate[at], percent), strong: true },
        { text: intervalTold(lower[at], upper[at], (value) => decimal(100 * value, 1)), muted: true },
        { ...cellOf(all, percent), muted: true },
        measured ? cellOf(indicator.points[at], points) : { text: words.rules.unmeasured, muted: true },
        measured ? { text: decimal(weight * grown, grown === 1 ? 0 : scheme.decimals), muted: true } : empty,
      ];
    }),
  };
}

/** The parts a change is made of, in the order they are told. */
function partsOf(moved: MovedRankTold, meta: Evaluation['meta']) {
  const { rank, score } = moved;
  const both = (name: 'rates' | 'mix' | 'exclusions' | 'change') => ({
    ...{ name, rank: rank[name], score: score[name] },
  });
  return [
    ...[both('rates'), both('mix'), both('exclusions')],
    { name: 'others' as const, rank: rank.others, score: null },
    ...(rank.scheme === 0 ? [] : [{ name: publishedStep(moved, meta), rank: rank.scheme, score: null }]),
    both('change'),
  ];
}

/** The sum of the parts stands out. */
const emphasis = (name: string): Pick<Cell, 'strong'> => (name === 'change' ? { strong: true } : {});

/** What moved rank and score since the month before. */
function movedBlocks(told: ToldLetter): Block[] {
  const { words, evaluation, scheme, language } = told;
  const { letter } = words;
  const { moved, meta } = evaluation;
  const title = filled(letter.movedTitle, { month: monthLabel(monthBefore(meta.month), language) });
  if (!moved) return [heading(title), { kind: 'text', text: letter.notMoved, muted: true }];
  return [
    heading(title),
    {
      kind: 'table',
      columns: [column('', 60, 'left'), column(letter.places, 24), column(letter.scorePoints, 24)],
      rows: partsOf(moved, meta).map(({ name, rank, score }) => [
        { text: letter.parts[name], ...emphasis(name) },
        { text: signed(rank, 2), ...emphasis(name) },
        score === null ? empty : { text: signed(score, scheme.decimals), ...emphasis(name) },
      ]),
    },
    { kind: 'text', text: letter.movedNote, muted: true },
  ];
}

/** Orders of the unit that were excluded, by reason. */
function exclusionBlocks(told: ToldLetter): Block[] {
  const { words, evaluation, at } = told;
  const reasons = evaluation.reasons.filter(({ units }) => (units[at] ?? 0) > 0);
  if (!evaluation.units.details[at]) return [];
  if (reasons.length === 0)
    return [heading(words.letter.exclusions), { kind: 'text', text: words.letter.noExclusions, muted: true }];
  return [
    heading(words.letter.exclusions),
    {
      kind: 'table',
      columns: [
        column(words.columns.reason, 60, 'left'),
        column(words.columns.leaves, 44, 'left'),
        column(words.columns.total, 20),
      ],
      rows: reasons
        .slice(0, 8)
        .map(({ reason, counts, units }) => [
          { text: reasonTold(told, reason) },
          { text: counts ? words.leaves.yes : words.leaves.no, muted: true },
          { text: count(units[at] ?? 0) },
        ]),
    },
  ];
}

/** How to object, and until when, as the state of the month has it. */
function objectingBlocks(told: ToldLetter): Block[] {
  const { words, evaluation, language, address } = told;
  const { objecting, objectSteps: steps } = words.letter;
  const { state, objections_until: until } = evaluation.meta;
  const first =
    state !== 'objections'
      ? steps[state]
      : until === null
        ? steps.open
        : filled(steps.until, { day: dayLabel(until, language) });
  return [
    heading(objecting),
    {
      kind: 'list',
      items: state === 'final' ? [first] : [first, filled(steps.how, { address }), steps.effect],
    },
  ];
}

/** So many topics are listed: a letter of two pages at the most, whatever is told. */
const topicsListed = [5, 3, 1];

/** The letter to a unit, on one or two pages. Variants, the fullest first. */
export function letterReports(paper: LetterPaper): Report[] {
  const { unit, depth, topics } = paper;
  const at = paper.evaluation.units.unit.indexOf(unit);
  const told: ToldLetter = { ...toldOf(paper), unit, depth, topics, at };
  const { words, evaluation, scheme, language } = told;
  const title = filled(words.letterTitle, { unit: unitName(unit, told), month: monthTold(told) });
  const cautions = [
    stateTold(told),
    ...(evaluation.meta.provisional ? [words.provisional] : []),
    ...(scheme.example ? [words.example] : []),
  ];
  return topicsListed.map((most) =>
    framed(told, {
      ...{ title, landscape: false, size: 9, line: words.letter.line },
      blocks: [
        { kind: 'heading', level: 1, text: title },
        { kind: 'text', text: cautions.join(language === 'zh' ? '' : ' '), muted: true },
        ...resultBlocks(told),
        ...(sureTold(told) === '' ? [] : [{ kind: 'text' as const, text: sureTold(told) }]),
        heading(words.letter.rates),
        ratesBlock(told),
        ...movedBlocks(told),
        ...topicBlocks(told, most),
        ...missedBlocks(told),
        ...exclusionBlocks(told),
        ...objectingBlocks(told),
      ],
      footnotes: [words.letter.note, words.notes.chanceOnly],
    }),
  );
}
