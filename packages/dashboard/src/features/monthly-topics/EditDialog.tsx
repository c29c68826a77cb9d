import type { MonthlyTopic, MonthlyTopicContent } from '@hotline-atlas/model';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { CodePicker } from '../../panel/CodePicker.tsx';
import { ChangeProblem } from './ChangeProblem.tsx';
import { contentOf } from './contents.ts';
import { FixedFields } from './FixedFields.tsx';
import { UnitSelect, useUnits } from './UnitSelect.tsx';
import { useTopicChange } from './useTopicChange.ts';
import { topicWords } from './words.ts';

/** The fields that were changed, and how to change one. */
export interface TopicDraft {
  /** As the topic is now, with what was typed. */
  content: MonthlyTopicContent;
  edit: (fields: Partial<MonthlyTopicContent>) => void;
}

const days = ['picked_on', 'work_from', 'work_to', 'review_on'] as const;

function DayFields({ draft }: { draft: TopicDraft }) {
  const words = useWords(topicWords);
  return (
    <div className="topic-days">
      {days.map((day) => (
        <Field
          key={day}
          label={words.days[day]}
          type="date"
          value={draft.content[day] ?? ''}
          onText={(text) => draft.edit({ [day]: text === '' ? null : text })}
        />
      ))}
    </div>
  );
}

function UnitFields({ draft: { content, edit } }: { draft: TopicDraft }) {
  const words = useWords(topicWords);
  const units = useUnits();
  return (
    <>
      <UnitSelect
        label={words.lead}
        none={words.nobody}
        value={content.lead ?? ''}
        onChoose={(code) => edit({ lead: code || null })}
      />
      <CodePicker
        label={words.partners}
        none={words.noPartners}
        options={units}
        chosen={content.taking_part}
        onChoose={(codes) => edit({ taking_part: [...codes] })}
      />
    </>
  );
}

/** What is wrong with what was typed; null where nothing is. */
function wrongIn({ topics, work_from: from, work_to: to }: MonthlyTopicContent, words: typeof topicWords.en) {
  if (topics.length === 0) return words.noTopic;
  return from !== null && to !== null && from >= to ? words.order : null;
}

/** Changes a topic: title, what it is about, who works on it, and when. */
export function EditDialog({ topic, onClose }: { topic: MonthlyTopic; onClose: () => void }) {
  const words = useWords(topicWords);
  const [edited, setEdited] = useState<Partial<MonthlyTopicContent>>({});
  const content = { ...contentOf(topic), ...edited };
  const draft: TopicDraft = { content, edit: (fields) => setEdited((before) => ({ ...before, ...fields })) };
  const { busy, error, save } = useTopicChange(topic);
  const wrong = wrongIn(content, words);
  const { en, zh } = content.title;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save(() => edited)) onClose();
  };
  return (
    <Dialog title={words.editTitle} testId="edit-topic" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={words.titleEn}
          required
          maxLength={200}
          value={en}
          onText={(text) => draft.edit({ title: { en: text, zh } })}
        />
        <Field
          label={words.titleZh}
          required
          maxLength={200}
          value={zh}
          onText={(text) => draft.edit({ title: { en, zh: text } })}
        />
        <FixedFields draft={draft} isFrozen={topic.frozen !== null} />
        <UnitFields draft={draft} />
        <DayFields draft={draft} />
        {wrong && <p className="problem">{wrong}</p>}
        <ChangeProblem error={error} topic={topic} />
        <div className="form-buttons">
          <button
            type="submit"
            className="button main"
            disabled={busy || wrong !== null || Object.keys(edited).length === 0}
          >
            {words.save}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
