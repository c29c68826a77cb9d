import { type MonthlyTopic, type MonthlyTopicTask, taskStates } from '@hotline-atlas/model';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { ChangeProblem } from './ChangeProblem.tsx';
import { tasksAfter } from './contents.ts';
import { UnitSelect } from './UnitSelect.tsx';
import { useTopicChange } from './useTopicChange.ts';
import { useToday } from './useTopics.ts';
import { topicWords } from './words.ts';

interface TaskFormProps {
  topic: MonthlyTopic;
  /** As it was when the form was opened; null for a new one. */
  task: MonthlyTopicTask | null;
  onDone: () => void;
  onRemoved: (task: MonthlyTopicTask) => void;
}

/** What is typed of a task. */
function useTaskDraft(task: MonthlyTopicTask | null) {
  const today = useToday();
  const [text, setText] = useState(task?.text ?? '');
  const [unit, setUnit] = useState(task?.unit ?? '');
  const [due, setDue] = useState(task?.due ?? '');
  const [state, setState] = useState(task?.state ?? 'open');
  const [done, setDone] = useState(task?.done ?? today);
  const content: MonthlyTopicTask = {
    ...{ text: text.trim(), unit: unit || null, due: due || null, state },
    done: state === 'done' ? done || null : null,
  };
  return { text, setText, unit, setUnit, due, setDue, state, setState, done, setDone, content };
}

/** Writes a task, changes one, or takes it away. */
export function TaskForm({ topic, task, onDone, onRemoved }: TaskFormProps) {
  const all = useWords(topicWords);
  const words = all.tasks;
  const draft = useTaskDraft(task);
  const { busy, error, save } = useTopicChange(topic);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save((now) => ({ tasks: tasksAfter(now.tasks, task, draft.content) }))) onDone();
  };
  const remove = async () => {
    if (task && (await save((now) => ({ tasks: tasksAfter(now.tasks, task, null) })))) onRemoved(task);
  };
  return (
    <form className="form task-form screen-only" onSubmit={submit} data-testid="task-form">
      <Field
        label={words.text}
        required
        autoFocus
        maxLength={500}
        value={draft.text}
        onText={draft.setText}
      />
      <UnitSelect label={words.unit} none={all.nobody} value={draft.unit} onChoose={draft.setUnit} />
      <Field label={words.due} type="date" value={draft.due} onText={draft.setDue} />
      <Segmented
        label={words.state}
        chosen={draft.state}
        onChoose={draft.setState}
        options={taskStates.map((name) => ({ name, label: words.states[name] }))}
      />
      {draft.state === 'done' && (
        <Field label={words.doneDay} type="date" value={draft.done} onText={draft.setDone} />
      )}
      <ChangeProblem error={error} topic={topic} />
      <div className="form-buttons">
        <button type="submit" className="button main" disabled={busy || draft.content.text === ''}>
          {task ? all.save : all.add}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {all.cancel}
        </button>
        {task && (
          <button type="button" className="link" disabled={busy} onClick={remove}>
            {words.remove}
          </button>
        )}
      </div>
    </form>
  );
}
