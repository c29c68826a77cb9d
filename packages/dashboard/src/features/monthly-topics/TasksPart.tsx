import type { MonthlyTopic, MonthlyTopicTask } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { ChangeProblem } from './ChangeProblem.tsx';
import { contentOf, daysBetween, isOverdue, tasksAfter } from './contents.ts';
import { TaskCounts } from './KeptPart.tsx';
import { countText } from './numbers.ts';
import { TaskForm } from './TaskForm.tsx';
import { useTopicChange } from './useTopicChange.ts';
import { useToday } from './useTopics.ts';
import { topicWords } from './words.ts';

/** When a task is due: overdue in words, done with its day. */
function Due({ task }: { task: MonthlyTopicTask }) {
  const { language } = useScreen();
  const words = useWords(topicWords).tasks;
  const today = useToday();
  const { state, due, done } = task;
  const late = isOverdue(task, today) && due !== null ? daysBetween(due, today) : 0;
  return (
    <span className="task-due">
      {due === null ? words.noDue : dayLabel(due, language)}
      {late > 0 && (
        <b className="topic-late">
          {' '}
          {late === 1 ? words.overdueDay : words.isOverdue(countText(late, language))}
        </b>
      )}
      {state === 'done' && ` · ${done === null ? words.states.done : words.doneOn(dayLabel(done, language))}`}
      {state === 'dropped' && ` · ${words.states.dropped}`}
    </span>
  );
}

interface RowProps {
  task: MonthlyTopicTask;
  busy: boolean;
  /** Null where who looks may not change it. */
  onCheck: ((done: boolean) => void) | null;
  onEdit: () => void;
}

function TaskRow({ task, busy, onCheck, onEdit }: RowProps) {
  const { label } = useScreen();
  const words = useWords(topicWords).tasks;
  const { text, unit, state } = task;
  return (
    <li className={`task is-${state}`} data-testid="task">
      <input
        type="checkbox"
        aria-label={words.check(text)}
        checked={state === 'done'}
        disabled={busy || !onCheck || state === 'dropped'}
        onChange={({ target }) => onCheck?.(target.checked)}
      />
      <span>
        <span className="task-text">{text}</span>
        <small>
          {unit !== null && `${label('unit', unit)} · `}
          <Due task={task} />
        </small>
      </span>
      {onCheck && (
        <IconButton icon="edit" className="screen-only" label={words.edit(text)} onClick={onEdit} />
      )}
    </li>
  );
}

interface TaskListProps {
  topic: MonthlyTopic;
  onEdit: (task: MonthlyTopicTask) => void;
}

/** The tasks of a topic, each done by a click. */
function TaskList({ topic, onEdit }: TaskListProps) {
  const { person } = useScreen();
  const words = useWords(topicWords).tasks;
  const today = useToday();
  const { tasks } = contentOf(topic);
  const { busy, error, save } = useTopicChange(topic, false);
  const check = (task: MonthlyTopicTask) => (isDone: boolean) =>
    void save((now) => ({
      tasks: tasksAfter(now.tasks, task, {
        ...task,
        state: isDone ? 'done' : 'open',
        done: isDone ? today : null,
      }),
    }));
  return (
    <>
      {tasks.length === 0 && <p className="hint">{words.none}</p>}
      <ol className="tasks">
        {tasks.map((task, at) => (
          <TaskRow
            key={at}
            task={task}
            busy={busy}
            onCheck={person.may.has('evaluate') ? check(task) : null}
            onEdit={() => onEdit(task)}
          />
        ))}
      </ol>
      <ChangeProblem error={error} topic={topic} />
    </>
  );
}

/** A task that was taken away last, and the way to put it back. */
function RemovedTask({
  topic,
  task,
  onEnd,
}: {
  topic: MonthlyTopic;
  task: MonthlyTopicTask;
  onEnd: () => void;
}) {
  const words = useWords(topicWords);
  const { busy, error, save } = useTopicChange(topic, false);
  const undo = async () => {
    if (await save((now) => ({ tasks: [...now.tasks, task] }))) onEnd();
  };
  return (
    <div className="screen-only">
      <p role="status">
        {words.tasks.removed(task.text)}{' '}
        <button type="button" className="link" disabled={busy} onClick={undo}>
          {words.undo}
        </button>
      </p>
      <ChangeProblem error={error} topic={topic} />
    </div>
  );
}

/** What is to be done, by whom and until when. */
export function TasksPart({ topic }: { topic: MonthlyTopic }) {
  const { person } = useScreen();
  const words = useWords(topicWords).tasks;
  const [form, setForm] = useState<{ task: MonthlyTopicTask | null } | null>(null);
  const [removed, setRemoved] = useState<MonthlyTopicTask | null>(null);
  return (
    <section className="topic-part" aria-labelledby="topic-tasks" data-testid="topic-tasks">
      <header>
        <h2 id="topic-tasks">{words.title}</h2>
        <p className="subtitle">
          <TaskCounts topic={topic} />
        </p>
      </header>
      <TaskList topic={topic} onEdit={(task) => setForm({ task })} />
      {removed && <RemovedTask topic={topic} task={removed} onEnd={() => setRemoved(null)} />}
      {form && (
        <TaskForm
          topic={topic}
          task={form.task}
          onDone={() => setForm(null)}
          onRemoved={(task) => {
            setForm(null);
            setRemoved(task);
          }}
        />
      )}
      {!form && person.may.has('evaluate') && (
        <button type="button" className="button screen-only" onClick={() => setForm({ task: null })}>
          {words.add}
        </button>
      )}
    </section>
  );
}
