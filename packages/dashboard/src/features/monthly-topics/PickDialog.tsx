import type { MonthlyTopic, MonthlyTopicCandidates } from '@hotline-atlas/model';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { Field } from '@hotline-atlas/ui/kit/Field.tsx';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { useScreen } from '../../screen/screen.ts';
import { contentOfPick } from './contents.ts';
import { UnitSelect } from './UnitSelect.tsx';
import { useToday } from './useTopics.ts';
import { topicWords } from './words.ts';

interface PickDialogProps {
  answer: MonthlyTopicCandidates;
  topic: string;
  onClose: () => void;
}

/** Picks a candidate, under a title, and opens the topic of the month that it becomes. */
export function PickDialog({ answer, topic, onClose }: PickDialogProps) {
  const { meta, label, change } = useScreen();
  const words = useWords(topicWords);
  const today = useToday();
  const { month, level, district } = answer.meta;
  const usual = contentOfPick({ month, level, topic, district, today, names: meta.labels[level] });
  const [en, setEn] = useState(usual.title.en);
  const [zh, setZh] = useState(usual.title.zh);
  const [lead, setLead] = useState('');
  const { busy, error, run } = useWrite('monthly-topics');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { ...usual, title: { en: en.trim(), zh: zh.trim() }, lead: lead || null };
    const made = await run<MonthlyTopic>('monthly-topics', { method: 'POST', body });
    if (made) change({ object: made.id, monthlyTopics: { over: null, candidate: '' } });
  };
  return (
    <Dialog title={words.pickTitle(label(level, topic))} testId="pick-dialog" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field label={words.titleEn} required maxLength={200} value={en} onText={setEn} />
        <Field label={words.titleZh} required maxLength={200} value={zh} onText={setZh} />
        <UnitSelect label={words.lead} none={words.nobody} value={lead} onChoose={setLead} />
        <WriteProblem error={error} />
        <div className="form-buttons">
          <button type="submit" className="button main" disabled={busy || !en.trim() || !zh.trim()}>
            {words.pickNow}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
