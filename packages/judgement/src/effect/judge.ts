import { earlierWork, type Work, type WorkEffect, workEffect } from '@hotline-atlas/statistics';

/** Months before that are needed to know each calendar month twice. */
export const fewestBefore = 24;
/** A placebo in time takes the last year before for the work. */
const yearOfMonths = 12;
const fewestInTime = 3;

/** What work did, and what was to be seen a while before it began. */
export interface EffectJudged {
  now: WorkEffect;
  /** As if the work had begun earlier; null where too few months lie before. */
  earlier: { effect: WorkEffect; before: number } | null;
  milliseconds: number;
}

/** The work as if it had begun earlier, with each of its seasons known before; null where that cannot be. */
function workBefore(work: Work): Work | null {
  const months = Math.min(yearOfMonths, work.before - fewestBefore);
  if (months < fewestInTime) return null;
  const moved = earlierWork(work, work.before - months);
  const known = new Set(moved.season.subarray(0, moved.before));
  return moved.season.subarray(moved.before).every((season) => known.has(season)) ? moved : null;
}

/** Judges what work did, with placebos in space and in time. */
export function judgeEffect(work: Work): EffectJudged {
  const began = performance.now();
  const earlier = workBefore(work);
  return {
    now: workEffect(work),
    earlier: earlier && { effect: workEffect(earlier), before: earlier.before },
    milliseconds: performance.now() - began,
  };
}
