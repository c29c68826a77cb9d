import { type Integrity, type IntegrityKindTold, type IntegrityTest, inLanguage } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { Icon } from '@hotline-atlas/ui/kit/Icon.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { probability } from '../../judgement/numbers.ts';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { Evidence } from './Evidence.tsx';
import { QuestionChart } from './QuestionChart.tsx';
import { ShareLine } from './ShareLine.tsx';
import { questionId } from './useIntegrity.ts';
import { integrityWords } from './words.ts';

/** What was seen, with a reason for exclusion under its name. */
function useSaid({ words, way }: IntegrityTest): string {
  const { language } = useScreen();
  const { reasons } = useWords(integrityWords);
  return inLanguage(words, language).replaceAll(`“${way}”`, `“${reasons[way] ?? way}”`);
}

/** How sure a question is: sample, chance, and what such questions were worth on made-up units. */
function Sureness({ test, kind }: { test: IntegrityTest; kind: IntegrityKindTold }) {
  const { language } = useScreen();
  const words = useWords(integrityWords);
  const { clean, false_flags, gaming, found } = kind.measured;
  return (
    <dl className="integrity-facts">
      <div>
        <dt>{words.sample}</dt>
        <dd>{exact(test.of, language)}</dd>
      </div>
      <div>
        <dt>{words.chance}</dt>
        <dd>
          p {probability(test.p, language)} · q {probability(test.q, language)}
        </dd>
      </div>
      <div>
        <dt>{words.falseFlags}</dt>
        <dd>{words.measured(exact(false_flags, language), exact(clean, language))}</dd>
      </div>
      <div>
        <dt>{words.found}</dt>
        <dd>{words.measured(exact(found, language), exact(gaming, language))}</dd>
      </div>
      <div>
        <dt>{words.large}</dt>
        <dd>{inLanguage(kind.effect, language)}</dd>
      </div>
    </dl>
  );
}

function Details({
  test,
  kind,
  meta,
}: {
  test: IntegrityTest;
  kind: IntegrityKindTold;
  meta: Integrity['meta'];
}) {
  const { language } = useScreen();
  const words = useWords(integrityWords);
  const said = useSaid(test);
  return (
    <div className="integrity-details">
      <p className="integrity-asks">{inLanguage(kind.asks, language)}</p>
      {test.chart && <QuestionChart chart={test.chart} title={said} />}
      <ShareLine test={test} />
      <Sureness test={test} kind={kind} />
      <h4>{words.innocent}</h4>
      <ul className="integrity-innocent">
        {kind.innocent.map((each) => (
          <li key={each.en}>{inLanguage(each, language)}</li>
        ))}
      </ul>
      <Evidence test={test} meta={meta} />
    </div>
  );
}

interface QuestionProps {
  test: IntegrityTest;
  kind: IntegrityKindTold;
  meta: Integrity['meta'];
}

/** One question: what was seen and expected; opened, everything it rests on. */
export function Question({ test, kind, meta }: QuestionProps) {
  const { state, language, change } = useScreen();
  const words = useWords(integrityWords);
  const said = useSaid(test);
  const id = questionId(test);
  const isOpen = state.integrity.open === id;
  return (
    <li
      className={isOpen ? 'integrity-question open' : 'integrity-question'}
      data-testid="integrity-question"
    >
      <div className="integrity-row">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={words.openQuestion(inLanguage(kind.label, language), said)}
          onClick={() => change({ integrity: { open: isOpen ? '' : id } })}
        >
          <Icon name={isOpen ? 'down' : 'right'} />
          <b>{inLanguage(kind.label, language)}</b>
        </button>
        <span className="integrity-unit">
          <ValueLink dimension={meta.group.by} code={test.unit} />
        </span>
        <span className="integrity-said">{said}</span>
        {test.provisional && <span className="integrity-note">{words.provisional}</span>}
      </div>
      {isOpen && <Details test={test} kind={kind} meta={meta} />}
    </li>
  );
}
