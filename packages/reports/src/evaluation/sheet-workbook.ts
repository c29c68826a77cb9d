import { changeMarkWords, inLanguage } from '@hotline-atlas/model';
import type {
  NumberForm,
  PlannedSheet,
  PlannedWorkbook,
  SheetColumn,
  SheetValue,
} from '../document/workbook.ts';
import { aboutFacts, type Fact, methodTold, schemeFacts } from './appendix.ts';
import { reasonTold } from './base-tables.ts';
import { calledTold, findingTold } from './finding.ts';
import { groupTold, monthTold } from './frame.ts';
import { type EvaluationPaper, filled, type Told, toldOf, unitName, withinOf } from './paper.ts';

/** A column of a sheet of units. */
interface UnitColumn extends SheetColumn {
  value: (at: number) => SheetValue;
}

const columnOf = (
  title: string,
  form: NumberForm,
  values: readonly (SheetValue | undefined)[],
  width = 11,
): UnitColumn => ({ title, form, width, value: (at) => values[at] ?? null });

/** A count where it is open to whoever asks, and that it is not where it is not. */
const openOnly = (values: readonly (number | null)[], { words }: Told): SheetValue[] =>
  values.map((value) => value ?? words.notOpen);

const yesOrNo = (values: readonly (boolean | null)[], { words }: Told): SheetValue[] =>
  values.map((value) => (value === null ? null : value ? words.yes : words.no));

/** Who a row is of. */
function leftColumns(told: Told): UnitColumn[] {
  const { words, evaluation } = told;
  const { unit, rank } = evaluation.units;
  const within = unit.map((code) => withinOf(code, told));
  return [
    columnOf(words.columns.rank, 'count', rank, 7),
    columnOf(
      words.columns.unit,
      'text',
      unit.map((code) => unitName(code, told)),
      28,
    ),
    ...(within.some(Boolean) ? [columnOf(words.columns.within, 'text', within, 14)] : []),
    columnOf(words.columns.code, 'text', unit, 16),
  ];
}

function scoreColumns(told: Told): UnitColumn[] {
  const { words, evaluation } = told;
  const { columns } = words;
  const { units } = evaluation;
  return [
    columnOf(
      columns.standing,
      'text',
      units.standing.map((each) => words.standings[each]),
      14,
    ),
    columnOf(columns.first, 'count', units.rank_first),
    columnOf(columns.last, 'count', units.rank_last),
    columnOf(columns.score, 'score', units.score),
    columnOf(`${columns.score}, 95%, ${columns.lower}`, 'score', units.score_lower),
    columnOf(`${columns.score}, 95%, ${columns.upper}`, 'score', units.score_upper),
  ];
}

function indicatorColumns({ words, evaluation, language }: Told): UnitColumn[] {
  const { columns } = words;
  return evaluation.indicators.flatMap((indicator) => {
    const label = inLanguage(indicator.label, language);
    const titled = (what: string) => `${label}: ${what}`;
    return [
      columnOf(titled(columns.numerator), 'count', indicator.numerator),
      columnOf(titled(columns.denominator), 'count', indicator.denominator),
      columnOf(titled(columns.rate), 'share', indicator.rate),
      columnOf(titled(`95%, ${columns.lower}`), 'share', indicator.lower),
      columnOf(titled(`95%, ${columns.upper}`), 'share', indicator.upper),
      columnOf(titled(columns.shrunken), 'share', indicator.shrunken),
      columnOf(titled(columns.points), 'score', indicator.points),
    ];
  });
}

function judgedColumns(told: Told): UnitColumn[] {
  const { words, evaluation, language } = told;
  const { columns } = words;
  const { units, classes } = evaluation;
  const classLabels = new Map(classes.map(({ name, label }) => [name, inLanguage(label, language)]));
  return [
    columnOf(columns.apartLong, 'text', yesOrNo(units.told_apart, told)),
    columnOf(columns.apartP, 'probability', units.told_apart_p),
    columnOf(columns.before, 'score', units.score_before),
    columnOf(columns.change, 'score', units.change),
    columnOf(columns.p, 'probability', units.p),
    columnOf(columns.q, 'probability', units.q),
    columnOf(
      columns.mark,
      'text',
      units.mark.map((mark) => changeMarkWords[mark].label[language]),
      16,
    ),
    columnOf(
      columns.movement,
      'text',
      units.movement.map((each) => (each === null ? null : words.movements[each])),
    ),
    columnOf(
      columns.class,
      'text',
      units.class.map((each) => (each === null ? null : (classLabels.get(each) ?? each))),
      14,
    ),
    columnOf(columns.called, 'text', yesOrNo(units.called_in, told)),
    columnOf(columns.sure, 'text', yesOrNo(units.called_in_sure, told)),
    columnOf(columns.caseMixScore, 'score', units.case_mix_score),
    columnOf(columns.caseMixRank, 'count', units.case_mix_rank),
    columnOf(columns.caseMixOwn, 'share', units.case_mix_own),
    columnOf(columns.weightsBest, 'count', units.weights_best),
    columnOf(columns.weightsWorst, 'count', units.weights_worst),
    columnOf(columns.details, 'text', yesOrNo(units.details, told)),
  ];
}

function unitSheet(told: Told, name: string, columns: readonly UnitColumn[]): PlannedSheet {
  const all = [...leftColumns(told), ...columns];
  return {
    name,
    filters: true,
    columns: all.map(({ title, form, width }) => ({ title, form, width })),
    rows: told.evaluation.units.unit.map((_, at) => all.map(({ value }) => value(at))),
  };
}

function baseSheet(told: Told): PlannedSheet {
  const { words, evaluation } = told;
  const { columns } = words;
  const { units } = evaluation;
  return unitSheet(told, words.sheets.base, [
    columnOf(columns.appeals, 'count', units.appeals),
    columnOf(columns.orders, 'count', units.orders),
    columnOf(columns.excluded, 'count', openOnly(units.excluded, told), 14),
    columnOf(columns.upheld, 'count', openOnly(units.upheld, told), 14),
    columnOf(columns.baseBefore, 'count', openOnly(units.base_before, told), 14),
    columnOf(columns.inBase, 'count', openOnly(units.base, told), 14),
    columnOf(columns.visited, 'count', units.visited),
  ]);
}

/** One row a reason and unit that has any: it can be filtered and summed up. */
function exclusionsSheet(told: Told): PlannedSheet {
  const { words, evaluation } = told;
  const { columns } = words;
  const { reasons, units } = evaluation;
  return {
    name: words.sheets.exclusions,
    filters: true,
    columns: [
      { title: columns.reason, form: 'text', width: 28 },
      { title: columns.leaves, form: 'text', width: 18 },
      { title: columns.unit, form: 'text', width: 28 },
      { title: columns.code, form: 'text', width: 16 },
      { title: columns.total, form: 'count', width: 11 },
    ],
    rows: reasons.flatMap((reason) => {
      const left = [reasonTold(told, reason.reason), reason.counts ? words.leaves.yes : words.leaves.no];
      return [
        [...left, words.all, '', reason.orders],
        ...reason.units.flatMap((orders, at) =>
          orders === 0
            ? []
            : [
                [
                  ...left,
                  unitName(units.unit[at] ?? '', told),
                  units.unit[at] ?? '',
                  orders ?? words.notOpen,
                ],
              ],
        ),
      ];
    }),
  };
}

const factsSheet = ({ words }: Told, name: string, facts: readonly Fact[]): PlannedSheet => ({
  name,
  filters: false,
  columns: [
    { title: words.columns.name, form: 'text', width: 34 },
    { title: words.columns.value, form: 'text', width: 60 },
  ],
  rows: facts.map(({ name: what, value }) => [what, value]),
});

function methodSheet(told: Told): PlannedSheet {
  const { words, evaluation } = told;
  const { columns } = words;
  const { summary, steps, remarks } = methodTold(evaluation.method, told);
  return {
    name: words.sheets.method,
    filters: false,
    columns: [columns.part, columns.parameters, columns.reference].map((title, at) => ({
      ...{ title, form: 'text', width: [40, 50, 60][at] ?? 40 },
    })),
    rows: [
      [summary, '', ''],
      ...steps.map(({ title, parameters, reference }) => [title, parameters, reference]),
      ...remarks.map(({ name, value }) => [name, value, '']),
    ],
  };
}

/** The sheet of a month and a group as a workbook: everything the printed one says, to be worked with. */
export function sheetWorkbook(paper: EvaluationPaper): PlannedWorkbook {
  const told = toldOf(paper);
  const { words, scheme } = told;
  const title = filled(words.sheetTitle, { group: groupTold(told), month: monthTold(told) });
  const finding = { name: words.headings.ranking, value: `${findingTold(told)}. ${calledTold(told)}` };
  return {
    title,
    decimals: scheme.decimals,
    sheets: [
      unitSheet(told, words.sheets.ranking, [
        ...scoreColumns(told),
        ...indicatorColumns(told),
        ...judgedColumns(told),
      ]),
      baseSheet(told),
      exclusionsSheet(told),
      factsSheet(told, words.sheets.scheme, schemeFacts(scheme, told)),
      methodSheet(told),
      factsSheet(told, words.sheets.about, [finding, ...aboutFacts(told)]),
    ],
  };
}
