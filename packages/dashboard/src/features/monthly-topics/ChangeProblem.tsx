import type { MonthlyTopic } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { topicWords } from './words.ts';

/** Why a change of a topic was not made; of a stale one, who saved what is there now. */
export function ChangeProblem({ error, topic }: { error: Error | null; topic: MonthlyTopic }) {
  const { language } = useScreen();
  const words = useWords(topicWords);
  const when = ownInstantLabel(topic.updated, language);
  return (
    <WriteProblem
      error={error}
      say={({ problem, message }) => {
        if (problem === 'changed-meanwhile') return words.meanwhile(topic.updated_by, when);
        return problem === 'not-now' ? `${words.notNow} ${message}` : null;
      }}
    />
  );
}
