import { type EvaluationSchemes, inLanguage, type SchemeRules } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { useReasonNames } from '../area/useReasonNames.ts';
import { differenceText, partText } from './differenceText.ts';
import { SameMonth } from './SameMonth.tsx';
import { monthText } from './told.ts';
import { schemeWords } from './words.ts';

type Change = EvaluationSchemes['changes'][number];

interface SchemeChangeProps {
  change: Change;
  before: SchemeRules;
  after: SchemeRules;
}

/** Each difference of two schemes, part by part. */
function Differences({ change: { differences }, before, after }: SchemeChangeProps) {
  const { change: words } = useWords(schemeWords);
  const { language, label } = useScreen();
  const names = {
    reason: useReasonNames(),
    unit: (code: string) => label('unit', code),
  };
  if (differences.length === 0) return <p className="note">{words.none}</p>;
  return (
    <ScrollBox label={words.subtitle(inLanguage(before.label, language), inLanguage(after.label, language))}>
      <table className="scheme-differences">
        <caption className="hidden">
          {words.subtitle(inLanguage(before.label, language), inLanguage(after.label, language))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={`${difference.part} ${difference.name} ${difference.field}`}>
              <th scope="row">
                {partText(difference, [after, before], language)}
                <small>
                  {difference.field === null
                    ? words.kinds[difference.kind]
                    : (words.fields[difference.field] ?? difference.field)}
                </small>
              </th>
              <td>{differenceText(difference, before, names, language) ?? '\u2013'}</td>
              <td>{differenceText(difference, after, names, language) ?? '\u2013'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What changed from one scheme to the next, and what that did to a month. */
export function SchemeChangePart(props: SchemeChangeProps) {
  const { change: words } = useWords(schemeWords);
  const { language } = useScreen();
  const { change, before, after } = props;
  const id = `change-${change.to_scheme}`;
  return (
    <section className="scheme scheme-change" aria-labelledby={id} data-testid="scheme-change">
      <h2 id={id}>{words.title(monthText(change.month, language))}</h2>
      <p className="subtitle">
        {words.subtitle(inLanguage(before.label, language), inLanguage(after.label, language))}
      </p>
      <Differences {...props} />
      <SameMonth first={change.month} before={before} after={after} />
    </section>
  );
}
