import type { AppealRecord } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { fieldText } from './useAppeals.ts';
import { appealWords } from './words.ts';

/** What was answered, then what was said. */
export function AppealTexts({ appeal }: { appeal: AppealRecord }) {
  const words = useWords(appealWords);
  const { person } = useScreen();
  if (!person.scope?.texts) return <p className="note">{words.withheld}</p>;
  const reply = fieldText(appeal, 'reply');
  return (
    <>
      <section>
        <h3>{words.reply}</h3>
        <p className={`appeal-text ${reply ? '' : 'none'}`}>{reply || words.noReply}</p>
      </section>
      <section>
        <h3>{words.text}</h3>
        <p className="appeal-text">{fieldText(appeal, 'text') || words.noText}</p>
      </section>
    </>
  );
}
