import { inLanguage, type Localized } from '@hotline-atlas/model';
import type { Block, Cell, Report, ReportTable } from '../document/report.ts';
import { count, decimal, listed, percent, range } from '../format/numbers.ts';
import { rateOfAll } from './all-together.ts';
import { calledTold, findingTold, rankedOf, ranksTold } from './finding.ts';
import { framed, groupTold, monthTold, stateTold } from './frame.ts';
import { type EvaluationPaper, filled, type Told, toldOf, unitName } from './paper.ts';
import { column, empty } from './unit-table.ts';

/** A group of the bulletin: what it came to, or that whoever asks may not see it. */
export type BulletinGroup = { paper: EvaluationPaper } | { closed: Localized };

/** How much a bulletin says: the fullest that fits is taken. */
interface Density {
  /** Units at either end, and names in a sentence. */
  ends: number;
  named: number;
  indicators: number;
  /** Letters of a name at the most. */
  letters: number;
  sentences: boolean;
}

const densities: readonly Density[] = [
  { ends: 5, named: 4, indicators: 7, letters: 40, sentences: true },
  { ends: 4, named: 3, indicators: 5, letters: 32, sentences: true },
  { ends: 3, named: 3, indicators: 4, letters: 28, sentences: true },
  { ends: 2, named: 2, indicators: 3, letters: 22, sentences: true },
  { ends: 1, named: 1, indicators: 3, letters: 18, sentences: true },
  { ends: 1, named: 1, indicators: 2, letters: 12, sentences: false },
];

const clipped = (text: string, letters: number): string => {
  const all = [...text];
  return all.length > letters ? `${all.slice(0, letters - 1).join('')}…` : text;
};

/** The same with names no longer than so many letters. */
function withShortNames(told: Told, letters: number): Told {
  const { units } = told;
  const short = Object.fromEntries(
    Object.entries(units).map(([code, unit]) => [
      code,
      { ...unit, label: { en: clipped(inLanguage(unit.label, told.language), letters) } },
    ]),
  );
  return { ...told, units: short };
}

function ratesTable(told: Told, { indicators: most }: Density): ReportTable {
  const { words, evaluation, language } = told;
  const measured = evaluation.indicators.filter(({ measured }) => measured).slice(0, most);
  return {
    kind: 'table',
    columns: [
      column(words.bulletin.indicator, null, 'left'),
      column(words.columns.rate, 14),
      column(words.columns.interval, 22, 'center'),
      column(words.columns.denominator, 16),
    ],
    rows: measured.map((indicator): Cell[] => {
      const all = rateOfAll(indicator);
      const label = { text: clipped(inLanguage(indicator.label, language), 24) };
      if (!all) return [label, empty, empty, { text: '0' }];
      const points = (value: number) => decimal(100 * value, 1);
      return [
        label,
        { text: percent(all.rate), strong: true },
        { text: range(points(all.lower), points(all.upper)), muted: true },
        { text: count(all.denominator), muted: true },
      ];
    }),
  };
}

/** The ends of a ranking, each once. */
function endsTable(told: Told, { ends }: Density): ReportTable {
  const { words, evaluation, scheme } = told;
  const { units } = evaluation;
  const ranked = rankedOf(told);
  const first = ranked.slice(0, ends);
  const last = ranked.slice(Math.max(first.length, ranked.length - ends));
  const row = (at: number): Cell[] => {
    const [rank, lower, upper] = [units.rank[at] ?? 0, units.rank_first[at], units.rank_last[at]];
    return [
      { text: count(rank) },
      { text: ranksTold(told, at), muted: true },
      lower === null || lower === undefined
        ? empty
        : {
            text: '',
            draw: { kind: 'band', first: lower, last: upper ?? lower, at: rank, of: ranked.length },
          },
      { text: unitName(units.unit[at] ?? '', told) },
      { text: decimal(units.score[at] ?? 0, scheme.decimals), strong: true },
    ];
  };
  const heading = (text: string): Cell[] => [empty, empty, empty, { text, muted: true }, empty];
  return {
    kind: 'table',
    columns: [
      column(words.columns.rank, 10),
      column(words.columns.may, 17, 'center'),
      column('', 17, 'left'),
      column(words.columns.unit, null, 'left'),
      column(words.columns.score, 14),
    ],
    rows: [
      ...first.map(row),
      ...(last.length > 0 && first.length + last.length < ranked.length ? [heading('⋯')] : []),
      ...last.map(row),
    ],
  };
}

function movedTold(told: Told, { named }: Density): string[] {
  const { words, evaluation, language } = told;
  const { units, meta } = evaluation;
  const namesOf = (places: readonly number[]) => {
    const names = listed(
      places.slice(0, named).map((at) => unitName(units.unit[at] ?? '', told)),
      language,
    );
    if (places.length <= named) return names;
    return filled(words.bulletin.more, { names, count: count(places.length - named) });
  };
  const moved = units.mark.flatMap((mark, at) => (mark === 'beyond_chance' ? [at] : []));
  const better = moved.filter((at) => (units.change[at] ?? 0) > 0);
  const worse = moved.filter((at) => (units.change[at] ?? 0) < 0);
  return [
    ...(meta.provisional ? [words.bulletin.provisionalMoves] : []),
    ...(moved.length === 0 && !meta.provisional ? [words.bulletin.unmoved] : []),
    ...(better.length > 0 ? [filled(words.bulletin.better, { names: namesOf(better) })] : []),
    ...(worse.length > 0 ? [filled(words.bulletin.worse, { names: namesOf(worse) })] : []),
  ];
}

function classesTold({ words, evaluation, language }: Told): string[] {
  const classes = evaluation.classes.filter(({ units }) => units > 0);
  if (classes.length === 0) return [];
  const told = classes.map(({ label, units }) => `${inLanguage(label, language)} ${count(units)}`);
  return [filled(words.bulletin.classes, { classes: listed(told, language) })];
}

function groupBlocks(whole: Told, density: Density): Block[] {
  const told = withShortNames(whole, density.letters);
  const { words, evaluation, language } = told;
  const { base, units } = evaluation;
  const ranked = rankedOf(told).length;
  const baseTold = filled(words.bulletin.base, {
    ...{ orders: count(base.orders), visited: count(base.visited) },
    ...{ ranked: count(ranked), units: count(units.unit.length) },
    excluded: base.excluded === null ? words.notOpen : count(base.excluded),
  });
  const sentences = [...movedTold(told, density), ...classesTold(told)];
  return [
    { kind: 'heading', level: 2, text: clipped(groupTold(told), 40) },
    { kind: 'text', text: findingTold(told), strong: true },
    { kind: 'text', text: baseTold, muted: true },
    ratesTable(told, density),
    ...(ranked > 0 ? [endsTable(told, density)] : []),
    { kind: 'text', text: calledTold(told) },
    ...(density.sentences
      ? [{ kind: 'text' as const, text: sentences.join(language === 'zh' ? '' : ' '), muted: true }]
      : []),
  ];
}

function closedBlocks(label: Localized, { words, language }: Told): Block[] {
  return [
    { kind: 'heading', level: 2, text: clipped(inLanguage(label, language), 40) },
    { kind: 'text', text: words.bulletin.closed, muted: true },
  ];
}

/** Two groups beside one another. */
function pairs(groups: readonly (readonly Block[])[]): Block[] {
  return Array.from({ length: Math.ceil(groups.length / 2) }, (_, pair): Block => {
    const parts = groups.slice(2 * pair, 2 * pair + 2);
    return { kind: 'beside', parts: parts.length === 2 ? parts : [...parts, []] };
  });
}

/** How large the text is, in points: the first that fits is taken. None of it is ever smaller than 8. */
const sizes = [9, 8];

/**
 * The bulletin of a month: all groups, on one page. Variants, the fullest first.
 * @param groups at least one of them open
 */
export function bulletinReports(groups: readonly BulletinGroup[]): Report[] {
  const [first] = groups.flatMap((group) => ('paper' in group ? [toldOf(group.paper)] : []));
  if (!first) throw new TypeError('No group of the bulletin is open.');
  const { words, scheme, evaluation } = first;
  const title = filled(words.bulletinTitle, { month: monthTold(first) });
  const cautions = [
    stateTold(first),
    ...(evaluation.meta.provisional ? [words.provisional] : []),
    ...(scheme.example ? [words.example] : []),
  ];
  return densities.flatMap((density) =>
    sizes.map((size) =>
      framed(first, {
        ...{ title, landscape: false, size, line: words.bulletin.line },
        blocks: [
          { kind: 'heading', level: 1, text: title },
          { kind: 'text', text: cautions.join(first.language === 'zh' ? '' : ' '), muted: true },
          ...pairs(
            groups.map((group) =>
              'paper' in group
                ? groupBlocks(toldOf(group.paper), density)
                : closedBlocks(group.closed, first),
            ),
          ),
        ],
        footnotes: [words.bulletin.notes],
      }),
    ),
  );
}
