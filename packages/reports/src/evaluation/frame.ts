import { inLanguage } from '@hotline-atlas/model';
import type { Block, Report } from '../document/report.ts';
import { dayLabel, momentLabel, monthLabel } from '../format/numbers.ts';
import { asOfTold, filled, type Told } from './paper.ts';

/** What the month is called, in the language. */
export const monthTold = ({ evaluation: { meta }, language }: Told): string =>
  monthLabel(meta.month, language);

export const groupTold = ({ evaluation: { meta }, language }: Told): string =>
  inLanguage(meta.group.label, language);

/** The state of the month as a sentence. */
export function stateTold({ evaluation: { meta }, words, language }: Told): string {
  const { state, objections_until: until, finalised } = meta;
  const { stateLong } = words;
  if (state === 'final') return filled(stateLong.final, { day: dayLabel(finalised?.at ?? '', language) });
  if (state === 'objections' && until === null) return stateLong.objectionsOpen;
  return filled(stateLong[state], { day: dayLabel(until ?? '', language) });
}

/** As of when the figures are: the newest appeal in them. */
export function newestTold(told: Told): string {
  const { newest } = asOfTold(told);
  return newest === null ? told.words.unknown : momentLabel(newest, told.language);
}

/** What stands on every page: city, period, filters, address, version, and that data is made up. */
function headOf(told: Told, line: string): Report['head'] {
  const { words, city, language, synthetic, address } = told;
  const { version } = asOfTold(told);
  return {
    city: inLanguage(city, language),
    subject: filled(words.subject, { month: monthTold(told) }),
    line: filled(line, { group: groupTold(told), version: String(version), address }),
    notice: synthetic ? words.synthetic : null,
  };
}

/** What differs from one kind of document to the next. */
interface Layout {
  title: string;
  landscape: boolean;
  size: number;
  blocks: readonly Block[];
  footnotes: readonly string[];
  /** The second line of the head, where it is another than that of a group. */
  line?: string;
}

/** A document with its head, foot and words. */
export function framed(told: Told, { line, ...layout }: Layout): Report {
  const { words, language, evaluation, synthetic } = told;
  return {
    ...layout,
    language,
    head: headOf(told, line ?? words.head),
    foot: {
      line: filled(words.footLine, {
        asOf: newestTold(told),
        state: words.states[evaluation.meta.state],
      }),
      page: words.page,
    },
    footnotes: [...layout.footnotes, ...(synthetic ? [inLanguage(synthetic, language)] : [])],
    words: { replaced: words.replaced, cut: words.cut },
  };
}
