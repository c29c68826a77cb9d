import type { Found } from './ask.ts';

/** What a method found of what was planted, and what it told where nothing was. */
export interface Recall {
  planted: number;
  found: number;
  recall: number;
  /** Median of the delays, in days. */
  delay: number | null;
  /** Questions about nothing, and how many of them were answered with something. */
  quiet: number;
  quiet_told: number;
  quiet_told_share: number;
  /** All questions, what was told in answer, and what of it nothing explains. */
  questions: number;
  told: number;
  /** Hot places that were so in the years before too. */
  lasting: number;
  unexplained: number;
  unexplained_share: number;
  /**
   * Mean over the questions of the share of what was told that nothing explains, 0 where nothing was told:
   * what q controls.
   */
  false_discovery_rate: number;
  median_milliseconds: number;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.round((1000 * part) / whole) / 1000 : 0;

/** Sums up the answers about outbreaks and about nothing. */
export function recallOf(planted: readonly Found[], quiet: readonly Found[]): Recall {
  const found = planted.filter((each) => each.found);
  const quietTold = quiet.filter(({ asked }) => asked.some(({ unexplained }) => unexplained > 0));
  const asked = [...planted, ...quiet].flatMap((each) => each.asked);
  const told = sumOf(asked.map((each) => each.told));
  const unexplained = sumOf(asked.map((each) => each.unexplained));
  const shares = asked.map((each) => (each.told > 0 ? each.unexplained / each.told : 0));
  return {
    planted: planted.length,
    found: found.length,
    recall: share(found.length, planted.length),
    delay: median(found.flatMap(({ delay }) => delay ?? [])),
    quiet: quiet.length,
    quiet_told: quietTold.length,
    quiet_told_share: share(quietTold.length, quiet.length),
    questions: asked.length,
    told,
    lasting: sumOf(asked.map((each) => each.lasting ?? 0)),
    unexplained,
    unexplained_share: share(unexplained, told),
    false_discovery_rate: share(sumOf(shares), asked.length),
    median_milliseconds: median(asked.map(({ milliseconds }) => milliseconds)) ?? 0,
  };
}
