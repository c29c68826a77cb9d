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
 * An answer from the newest version of the data. Looking up that version takes as long as a small question.
 * So the answer is made speculatively from the version that was the newest at the last look, and is dropped
 * if it no longer is.
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
