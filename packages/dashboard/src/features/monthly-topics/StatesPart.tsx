import { type MonthlyTopic, type MonthlyTopicState, monthlyTopicStates } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { useScreen } from '../../screen/screen.ts';
import { reached } from './contents.ts';
import { StepForm } from './StepForm.tsx';
import { topicPath, useRenewal, useTopicHistory } from './useTopics.ts';
import { topicWords } from './words.ts';

/** The states that may follow on one; the usual one first. */
const next: Record<MonthlyTopicState, readonly MonthlyTopicState[]> = {
  candidate: ['picked'],
  picked: ['frozen', 'candidate'],
  frozen: ['under_way'],
  under_way: ['reviewed'],
  reviewed: ['under_way'],
};

/** Takes a topic away that is not frozen, and leads to the list, where it can be put back. */
function Removal({ topic }: { topic: MonthlyTopic }) {
  const { change } = useScreen();
  const words = useWords(topicWords);
  const { busy, error, run } = useWrite('monthly-topics?', 'monthly-topics/candidates');
  const renew = useRenewal();
  const remove = async () => {
    const done = await run(topicPath(topic.id), { method: 'DELETE' });
    if (done === undefined) return;
    change({ object: '', monthlyTopics: { show: 'kept', removed: topic.id } });
    await renew(topic.id);
  };
  return (
    <>
      <button type="button" className="link" disabled={busy} onClick={remove}>
        {words.remove}
      </button>
      <WriteProblem error={error} />
    </>
  );
}

function Steps({ topic }: { topic: MonthlyTopic }) {
  const words = useWords(topicWords);
  const [step, setStep] = useState<MonthlyTopicState | null>(null);
  const { state } = topic;
  if (step !== null && next[state].includes(step))
    return <StepForm topic={topic} step={step} onDone={() => setStep(null)} />;
  return (
    <div className="form-buttons screen-only">
      {next[state].map((each, at) => (
        <button
          key={each}
          type="button"
          className={at === 0 ? 'button main' : 'button'}
          onClick={() => setStep(each)}
        >
          {state === 'reviewed' ? words.again : words.steps[each]}
        </button>
      ))}
      {(state === 'candidate' || state === 'picked') && <Removal topic={topic} />}
    </div>
  );
}

/** How far a topic is, who brought it there and when, and the next step. */
export function StatesPart({ topic }: { topic: MonthlyTopic }) {
  const { language, person } = useScreen();
  const words = useWords(topicWords);
  const { answer } = useTopicHistory(topic.id);
  const steps = reached(answer?.revisions ?? []);
  const now = monthlyTopicStates.indexOf(topic.state);
  return (
    <section className="topic-states" aria-label={words.state} data-testid="topic-states">
      <ol>
        {monthlyTopicStates.map((state, at) => {
          const step = at <= now ? steps.get(state) : undefined;
          return (
            <li
              key={state}
              className={at <= now ? 'reached' : ''}
              aria-current={at === now ? 'step' : undefined}
            >
              {words.states[state]}
              {step && <small>{words.stateSince(step.who, ownInstantLabel(step.at, language))}</small>}
            </li>
          );
        })}
      </ol>
      {person.may.has('evaluate') && <Steps key={topic.state} topic={topic} />}
    </section>
  );
}
