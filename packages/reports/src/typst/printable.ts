import type { Report } from '../document/report.ts';
import { showable } from '../fonts/showable.ts';

/** Longer texts are cut: a reason of ten thousand letters is none to read on paper. */
const longestText = 400;

/** A report as it is set, and what had to be done to its texts. */
interface Printable {
  report: Report;
  /** Characters no font has, by code point, with how often they were replaced. */
  replaced: Map<string, number>;
  /** Texts that were cut. */
  cut: number;
}

/**
 * Every text of a report as it can be printed: {@link showable}, and of bounded length.
 * @param has whether some font has a character
 */
function printable(whole: Report, has: (point: number) => boolean): Printable {
  const replaced = new Map<string, number>();
  let cut = 0;
  const ofText = (text: string): string => {
    const letters = text.length > longestText ? [...text] : null;
    const isLong = letters !== null && letters.length > longestText;
    cut += Number(isLong);
    const shown = showable(isLong ? `${letters.slice(0, longestText).join('')}…` : text, has);
    for (const [code, times] of shown.replaced) replaced.set(code, (replaced.get(code) ?? 0) + times);
    return shown.text;
  };
  const of = (value: unknown): unknown => {
    if (typeof value === 'string') return ofText(value);
    if (Array.isArray(value)) return value.map(of);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, of(each)]));
  };
  return { report: of(whole) as Report, replaced, cut };
}

/** The most code points a note lists. */
const mostListed = 12;

/** What is said of replaced characters and cut texts; nothing where there are none. */
function notesOf({ report, replaced, cut }: Printable): string[] {
  const { words } = report;
  const times = [...replaced.values()].reduce((sum, each) => sum + each, 0);
  const codes = [...replaced.keys()].sort();
  const listed = `${codes.slice(0, mostListed).join(', ')}${codes.length > mostListed ? ' …' : ''}`;
  return [
    ...(times > 0 ? [words.replaced.replace('{times}', String(times)).replace('{codes}', listed)] : []),
    ...(cut > 0 ? [words.cut.replace('{times}', String(cut))] : []),
  ];
}

/** A printable report with notes on what had to be done to its texts. */
export function withNotes(whole: Report, has: (point: number) => boolean): Report {
  const made = printable(whole, has);
  return { ...made.report, footnotes: [...made.report.footnotes, ...notesOf(made)] };
}
