import type { MonthlyTopic, MonthlyTopicHistory } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { listed } from '@hotline-atlas/ui/format/joined.ts';
import { Dialog } from '@hotline-atlas/ui/kit/Dialog.tsx';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { changedFields } from './contents.ts';
import { useTopicHistory } from './useTopics.ts';
import { topicWords } from './words.ts';

type Revision = MonthlyTopicHistory['revisions'][number];

/** One state: what was done, by whom and when, and which fields it changed. */
function RevisionRow({ revision, before }: { revision: Revision; before: Revision | undefined }) {
  const { language } = useScreen();
  const words = useWords(topicWords);
  const { at, who, change, content } = revision;
  const isBack = before?.change === 'removed';
  const fields = before && !isBack ? changedFields(before.content, content) : [];
  const named = fields.map((field) =>
    field === 'state' ? words.fields.state(words.states[content.state]) : words.fields[field],
  );
  return (
    <li>
      <b>{isBack ? words.putBack : words.changes[change]}</b>
      {named.length > 0 && <span> · {listed(named, language)}</span>}
      <span className="subtitle">
        {words.by(String(revision.revision), who, ownInstantLabel(at, language))}
      </span>
    </li>
  );
}

/** Every state a topic had, newest first. */
export function HistoryDialog({ topic, onClose }: { topic: MonthlyTopic; onClose: () => void }) {
  const words = useWords(topicWords);
  const view = useTopicHistory(topic.id);
  return (
    <Dialog title={words.historyTitle} testId="topic-history" onClose={onClose}>
      <PanelBody view={view}>
        {({ revisions }) => (
          <ol className="topic-history">
            {revisions.map((revision, at) => (
              <RevisionRow key={revision.revision} revision={revision} before={revisions[at + 1]} />
            ))}
          </ol>
        )}
      </PanelBody>
    </Dialog>
  );
}
