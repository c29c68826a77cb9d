import type { History } from '@hotline-atlas/query';

/** Answers from one version of the data. */
type Answer<Result> = (history: History, signal: AbortSignal) => Promise<Result>;

export interface Answered<Result> {
  history: History;
  result: Result;
}

const isSame = ({ publication: one }: History, { publication: other }: History): boolean =>
  one.version === other.version && one.published === other.published;

/**
 * An answer from the newest version of the data. Finding out which that is takes as long as a small question: meanwhile the answer
 * is worked out from the version that was the newest last, and counts only if it still is.
 * @param last the version known; null where there is none
 */
export async function newestAnswer<Result>(
  newest: Promise<History>,
  last: History | null,
  answer: Answer<Result>,
  signal: AbortSignal,
): Promise<Answered<Result>> {
  const surpassed = new AbortController();
  const early = last && answer(last, AbortSignal.any([signal, surpassed.signal]));
  early?.catch(() => undefined);
  try {
    const history = await newest;
    if (early && isSame(history, last)) return { history, result: await early };
    surpassed.abort(new Error('A newer version of the data was published'));
    return { history, result: await answer(history, signal) };
  } catch (error) {
    surpassed.abort(error);
    throw error;
  }
}
