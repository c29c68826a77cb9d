import type { Block, Cell, Report } from '../document/report.ts';
import { aboutFacts, methodTold, schemeFacts } from './appendix.ts';
import { baseTable, exclusionTables, otherwiseTables } from './base-tables.ts';
import { calledTold, findingTold } from './finding.ts';
import { framed, groupTold, monthTold, stateTold } from './frame.ts';
import { type EvaluationPaper, filled, type Told, toldOf } from './paper.ts';
import { rankingTable } from './ranking-table.ts';
import { rateTables } from './rate-tables.ts';

const heading = (text: string, level: 1 | 2 | 3 = 2): Block => ({ kind: 'heading', level, text });

/** What has to be known before any figure. */
function cautions({ words, evaluation: { meta, notice }, scheme, language }: Told): Block[] {
  const said = [
    ...(notice ? [notice[language]] : []),
    ...(meta.provisional ? [words.provisional] : []),
    ...(scheme.example ? [words.example] : []),
  ];
  return said.length > 0
    ? [{ kind: 'text', text: said.join(language === 'zh' ? '' : ' '), muted: true }]
    : [];
}

function methodBlocks(told: Told): Block[] {
  const { words, evaluation } = told;
  const { summary, steps, remarks } = methodTold(evaluation.method, told);
  return [
    heading(words.headings.method),
    { kind: 'text', text: summary },
    {
      kind: 'table',
      columns: [
        { title: words.columns.part, width: 62, align: 'left' },
        { title: words.columns.parameters, width: 90, align: 'left' },
        { title: words.columns.reference, width: null, align: 'left' },
      ],
      rows: steps.map(({ title, parameters, reference }): Cell[] => [
        { text: title },
        { text: parameters, muted: true },
        { text: reference, muted: true },
      ]),
    },
    { kind: 'facts', rows: remarks },
  ];
}

function notesOf({ words, evaluation }: Told): string[] {
  const { notes } = words;
  const corrected = evaluation.month_before?.units?.length ?? 0;
  const hides = evaluation.units.details.some((open) => !open);
  return [
    ...[notes.band, notes.interval, notes.marks, notes.apart, notes.called, notes.notAsked],
    ...(corrected > 0 ? [filled(notes.corrected, { units: String(corrected) })] : []),
    ...(hides ? [filled(notes.notOpen, { notOpen: words.notOpen })] : []),
    notes.chanceOnly,
  ];
}

/**
 * The sheet of a month and a group on paper: ranking, rates, base and exclusions with every numerator and
 * denominator; rules, method and versions in the appendix.
 */
export function sheetReport(paper: EvaluationPaper): Report {
  const told = toldOf(paper);
  const { words } = told;
  const title = filled(words.sheetTitle, { group: groupTold(told), month: monthTold(told) });
  const exclusions = exclusionTables(told);
  return framed(told, {
    title,
    landscape: true,
    size: 9,
    blocks: [
      heading(title, 1),
      { kind: 'text', text: findingTold(told), strong: true },
      { kind: 'text', text: `${stateTold(told)} ${calledTold(told)}`, muted: true },
      ...cautions(told),
      heading(words.headings.ranking),
      rankingTable(told),
      { kind: 'page' },
      heading(words.headings.rates),
      ...rateTables(told),
      { kind: 'page' },
      heading(words.headings.base),
      baseTable(told),
      ...(exclusions.length > 0 ? [heading(words.headings.exclusions), ...exclusions] : []),
      heading(words.headings.otherwise),
      ...otherwiseTables(told),
      { kind: 'page' },
      heading(words.headings.scheme),
      { kind: 'facts', rows: schemeFacts(told.scheme, told) },
      ...methodBlocks(told),
      heading(words.headings.about),
      { kind: 'facts', rows: aboutFacts(told) },
    ],
    footnotes: notesOf(told),
  });
}
