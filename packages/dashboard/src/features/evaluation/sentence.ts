import type { Language } from '@hotline-atlas/model';
import type { MonthFinding } from './finding.ts';
import type { MonthRow } from './rows.ts';
import { counted, ranksTold } from './told.ts';
import type { EvaluationWords } from './words.ts';

/** So many units at an end of the ranking are named; more are counted. */
const mostNamed = 2;

interface Told {
  words: EvaluationWords['finding'];
  language: Language;
  name: (code: string) => string;
}

type Ends = Extract<MonthFinding, { kind: 'ends' }>;

/** One end of the ranking in words. @param isFirst nothing was said before */
function endTold(end: 'top' | 'bottom', finding: Ends, isFirst: boolean, { words, language, name }: Told) {
  const rows: readonly MonthRow[] = finding[end];
  if (rows.length === 0) return [];
  if (rows.length <= mostNamed)
    return rows.map((row, at) =>
      (isFirst && at === 0 ? words.top : words.topBeside)(name(row.code), ranksTold(row)),
    );
  const [count, ranked] = [counted(rows.length, language), counted(finding.ranked, language)];
  return [end === 'top' ? words.upper(count, ranked) : words.lower(count, ranked, isFirst)];
}

/** What is said of those between the ends; nothing where nobody is. */
function restTold({ top, bottom, middle, width }: Ends, { words, language }: Told): string[] {
  if (middle < 3) return [];
  if (width * 2 < middle) return [words.restKnown(counted(width, language))];
  const where = bottom.length === 0 ? 'below' : top.length === 0 ? 'above' : 'between';
  return [words.restChance[where]];
}

/** The finding of a month in one sentence. */
export function findingTold(finding: MonthFinding, told: Told): string {
  const { words, language, name } = told;
  const number = (value: number) => counted(value, language);
  if (finding.kind === 'nobody') return words.nobody(number(finding.fewest));
  if (finding.kind === 'one') return words.one(name(finding.unit));
  if (finding.kind === 'tie') return words.tie(number(finding.ranked));
  if (finding.kind === 'chance') return words.chance(number(finding.ranked));
  if (finding.kind === 'real') return words.real(number(finding.tiers), number(finding.ranked));
  if (finding.kind === 'lines') return words.tiers(number(finding.tiers.length));
  const top = endTold('top', finding, true, told);
  const ends = [...top, ...endTold('bottom', finding, top.length === 0, told)];
  const [comma, stop] = language === 'zh' ? ['，', '；'] : [', ', '; '];
  return [ends.join(comma), ...restTold(finding, told)].join(stop);
}
