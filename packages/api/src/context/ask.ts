import type { Scope } from '@hotline-atlas/model';
import type { History } from '@hotline-atlas/query';
import type { Weight } from '../admission/admission.ts';
import { Rearranged } from '../problems/failures.ts';
import type { Context } from './context.ts';
import { readyHistory, type Versions } from './request.ts';

/**
 * An edition can be read for so long after it was the newest, in milliseconds. `dropAbandoned` of ingest
 * keeps its tables for a minute after another one replaced it; dropped tables would read as no rows.
 */
const readable = 50_000;

const isSameVersion = ({ publication: one }: History, { publication: other }: History): boolean =>
  one.version === other.version && one.published === other.published;

/**
 * Answers a question of a version of the data once there is room for it. It reads the newest edition of that
 * version there is by then, since tables may have been arranged anew while it waited.
 * @param asked the newest history when the question came, who asks, and how much it costs
 * @throws Rearranged where the tables may have been dropped before the answer was complete
 */
export function ask<Answer>(
  context: Versions & Pick<Context, 'questions'>,
  { history: asked, scope, weight = 'light' }: { history: History; scope: Scope; weight?: Weight },
  signal: AbortSignal,
  answer: (history: History) => Promise<Answer>,
): Promise<Answer> {
  const came = Date.now();
  return context.questions.run(
    signal,
    async () => {
      const began = Date.now();
      const newest = await readyHistory(context, scope);
      const [history, since] = isSameVersion(newest, asked) ? [newest, began] : [asked, came];
      const answered = await answer(history).catch((cause) => {
        throw signal.aborted ? signal.reason : cause;
      });
      if (Date.now() - since < readable) return answered;
      const now = await readyHistory(context, scope);
      if (now.publication.edition === history.publication.edition) return answered;
      throw new Rearranged('The data was arranged anew while this was being answered. Ask again.');
    },
    weight,
  );
}
