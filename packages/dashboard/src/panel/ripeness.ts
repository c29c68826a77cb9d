import { type Answer, inLanguage, type MetricName, ripenessWords } from '@hotline-atlas/model';
import { ripenessIn } from '@hotline-atlas/ui/answer/provisional.ts';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import type { Worded } from './coverage.ts';

/**
 * How far a figure is from final, in one short line: `not final, 67.0% known`. Null where it is final, or
 * nothing tells.
 */
export function shortRipeness(
  answer: Answer,
  metric: MetricName,
  { messages, language }: Worded,
): string | null {
  const found = ripenessIn(answer, metric);
  if (found?.state !== 'provisional') return null;
  const known = found.share === null ? null : percent(found.share, language);
  return messages.comparison.ripeness.short(known);
}

/**
 * The same in full, for the method, files and paper: what became of the orders, and when the figure will be
 * final.
 */
export function ripenessTold(
  answer: Answer,
  metric: MetricName,
  { messages, language }: Worded,
): string | null {
  const found = ripenessIn(answer, metric);
  if (!found || found.state === 'ripe') return null;
  const words = messages.comparison.ripeness;
  const told = [inLanguage(ripenessWords[found.state].label, language)];
  if (found.share !== null) told.push(words.known(percent(found.share, language)));
  if (found.ripe_from) told.push(words.from(dayLabel(found.ripe_from, language)));
  const counts = answer.meta.ripeness?.counts;
  const number = (value: number | null) => (value === null ? '–' : exact(value, language));
  if (counts)
    told.push(
      words.counts({
        dispatched: number(counts.dispatched),
        closed: number(counts.closed),
        visited: number(counts.visited),
        excluded: number(counts.excluded),
        open: number(counts.open),
      }),
    );
  return told.join(messages.comparison.semicolon);
}
