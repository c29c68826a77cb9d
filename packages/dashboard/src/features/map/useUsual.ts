import { type Answer, encodeQuery, type Period, shift } from '@hotline-atlas/model';
import { againstUsual } from '@hotline-atlas/ui/map/usual.ts';
import { useMemo } from 'react';
import { type Question, questionFor } from '../../questions/question.ts';
import { useRequest, type View } from '../../questions/useRequest.ts';
import { regimeNames } from '../../screen/selection.ts';

/**
 * What is asked: the appeals of a period beside the same days of an earlier year, without exceptional
 * periods: they are not what is usual.
 */
function useYear(question: Question | null, years: number) {
  return useRequest<Answer>((screen) => {
    if (!question) return '';
    const plain = { ...question, metrics: ['appeals' as const], comparison: 'none' as const };
    const asked = { ...questionFor(plain, screen, 'areas'), withoutRegimes: regimeNames(screen) };
    const { from, to } = asked;
    if (from === undefined || to === undefined) return '';
    const compare = { from: shift(from, 'year', -years), to: shift(to, 'year', -years) };
    return `query?${encodeQuery({ ...asked, compare: years === 1 ? 'year' : compare })}`;
  });
}

/** Appeals against their usual level, and the years that is the mean of. */
export interface Usual {
  view: View;
  years: readonly Period[];
}

const none: readonly Period[] = [];

/**
 * Appeals of areas against their own usual level, for areas whose residents are not known: the mean of the
 * same days of two of the three years before, the newest that are not exceptional.
 * @param question what is counted; null for nothing
 */
export function useUsual(question: Question | null, dimension: string): Usual {
  const [last, second, third] = [useYear(question, 1), useYear(question, 2), useYear(question, 3)];
  const earlier = [second, third];
  const waits = !last.answer || earlier.some(({ answer, error }) => !answer && !error);
  const found = useMemo(() => {
    const answers = [last.answer, second.answer, third.answer].flatMap((each) => each ?? []);
    return waits ? null : againstUsual(answers, dimension);
  }, [waits, last.answer, second.answer, third.answer, dimension]);
  const view = {
    ...last,
    answer: found?.answer,
    stale: last.stale || earlier.some(({ stale }) => stale),
    loading: last.loading || earlier.some(({ loading }) => loading),
  };
  return { view, years: found?.years ?? none };
}
