import type { MonthlyTopic, MonthlyTopicState } from '@hotline-atlas/model';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { ChangeProblem } from './ChangeProblem.tsx';
import { useTopicChange } from './useTopicChange.ts';
import { useToday } from './useTopics.ts';
import { topicWords } from './words.ts';

interface StepFormProps {
  topic: MonthlyTopic;
  step: MonthlyTopicState;
  onDone: () => void;
}

/** Takes a topic to its next state, and says before what that means. */
export function StepForm({ topic, step, onDone }: StepFormProps) {
  const words = useWords(topicWords);
  const today = useToday();
  const [day, setDay] = useState(topic.work_from ?? today);
  const { busy, error, save } = useTopicChange(topic);
  const begins = step === 'under_way' && topic.state === 'frozen';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await save(() => ({
      state: step,
      ...(begins && { work_from: day }),
      ...(step === 'picked' && topic.picked_on === null && { picked_on: today }),
    }));
    if (saved) onDone();
  };
  const names = {
    ...words.steps,
    frozen: words.confirmFreeze,
    ...(begins && { under_way: words.confirmBegin }),
  };
  return (
    <form className="form topic-step screen-only" onSubmit={submit} data-testid="topic-step">
      {step === 'frozen' && <p>{words.freezes}</p>}
      {begins && <Field label={words.begins} type="date" required value={day} onText={setDay} />}
      <ChangeProblem error={error} topic={topic} />
      <div className="form-buttons">
        <button type="submit" className="button main" disabled={busy || (begins && day === '')}>
          {topic.state === 'reviewed' ? words.again : names[step]}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
