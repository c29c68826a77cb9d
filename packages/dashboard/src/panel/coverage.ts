import {
  inLanguage,
  type Language,
  type LeftOut,
  type LeftOutReason,
  leftOutWords,
  type Meta,
} from '@hotline-atlas/model';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import type { Messages } from '../words/index.ts';

/** The words that are needed, and in which language. */
export interface Worded {
  messages: Messages;
  language: Language;
}

const mostSpans = 4;

/** Days left out, by reason: `Pandemic year (1 Dec 2021–30 Nov 2022)`. */
function byReason(spans: readonly LeftOut[], { messages, language }: Worded): string[] {
  const reasons = new Map<string, string[]>();
  for (const { reason, label, from, to } of spans) {
    const name = label ? inLanguage(label, language) : inLanguage(leftOutWords[reason], language);
    reasons.set(name, [...(reasons.get(name) ?? []), periodLabel({ from, to }, language)]);
  }
  return [...reasons].map(([name, days]) => {
    const more = days.length - mostSpans;
    const shown = days.slice(0, mostSpans).join(messages.comparison.comma);
    return messages.comparison.reason(name, more > 0 ? messages.comparison.andMore(shown, more) : shown);
  });
}

/**
 * Which days count, where not all of the period do, and why: one line for the small print and for files. Null
 * where all do.
 */
export function daysTold({ covered }: Pick<Meta, 'covered'>, worded: Worded): string | null {
  if (covered.days === covered.of) return null;
  const { messages, language } = worded;
  const days = messages.comparison.days(exact(covered.days, language), exact(covered.of, language));
  return [days, ...byReason(covered.left_out, worded)].join(messages.comparison.semicolon);
}

/** Which days are compared, where it is not simply all of them; null where it is, or nothing is compared. */
export function pairsTold({ covered }: Pick<Meta, 'covered'>, worded: Worded): string | null {
  const { paired } = covered;
  if (!paired || (paired.left_out.length === 0 && paired.adjusted === 'none')) return null;
  const { messages, language } = worded;
  const told = [messages.comparison.pairs(exact(paired.days, language), exact(paired.of, language))];
  if (paired.adjusted === 'weekdays') told.push(messages.comparison.weekdays);
  return [...told, ...byReason(paired.left_out, worded)].join(messages.comparison.semicolon);
}

const shortReasons: readonly LeftOutReason[] = ['regime', 'gap', 'before_data', 'after_data'];

/** The same for a subtitle, short: regimes that are left out by name, and how many days have data. */
export function subtitleDays(
  { covered }: Pick<Meta, 'covered'>,
  { messages, language }: Worded,
): string | null {
  const regimes = covered.left_out.flatMap(({ reason, label }) =>
    reason === 'regime' && label ? [inLanguage(label, language)] : [],
  );
  if (regimes.length > 0)
    return messages.comparison.without([...new Set(regimes)].join(messages.comparison.comma));
  return covered.left_out.some(({ reason }) => shortReasons.includes(reason))
    ? messages.comparison.days(exact(covered.days, language), exact(covered.of, language))
    : null;
}
