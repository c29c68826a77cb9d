import type { MonthlyTopic } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { topicWords } from './words.ts';

/** What was frozen: when, by whom, of which data, and whether it still has its hash. Nothing before. */
export function FrozenPart({ topic: { frozen, intact, candidates } }: { topic: MonthlyTopic }) {
  const { language, change } = useScreen();
  const words = useWords(topicWords).frozen;
  if (!frozen) return null;
  return (
    <section className="topic-part" aria-labelledby="topic-frozen" data-testid="topic-frozen">
      <h2 id="topic-frozen">{words.title}</h2>
      <p>
        {words.at(frozen.who, ownInstantLabel(frozen.at, language))} · {words.version(String(frozen.version))}
      </p>
      <p className="hint topic-hash">
        {words.hash} <code>{frozen.hash}</code>
      </p>
      <p className={intact ? 'hint' : 'problem'}>{intact ? words.intact : words.broken}</p>
      {candidates ? (
        <button
          type="button"
          className="link screen-only"
          onClick={() => change({ monthlyTopics: { over: 'frozen' } })}
        >
          {words.show}
        </button>
      ) : (
        <p className="hint">{words.notSeen}</p>
      )}
    </section>
  );
}
