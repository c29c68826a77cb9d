import { type Integrity, inLanguage } from '@hotline-atlas/model';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { integrityWords } from './words.ts';

/** What was tested and what could not be: the kinds, with how often they ask about nothing. */
export function TestedKinds({ answer }: { answer: Integrity }) {
  const { language } = useScreen();
  const words = useWords(integrityWords);
  return (
    <section className="integrity-tested" aria-labelledby="integrity-tested">
      <h3 id="integrity-tested">{words.tested}</h3>
      <div className="integrity-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.kind}</th>
              <th scope="col" className="number">
                {words.units}
              </th>
              <th scope="col" className="number">
                {words.questions}
              </th>
              <th scope="col" className="number">
                {words.falseFlags}
              </th>
              <th scope="col" className="number">
                {words.found}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.kinds.map(({ kind, label, asks, judgeable, why_not, tested, flags, measured }) => (
              <tr key={kind}>
                <th scope="row">
                  {inLanguage(label, language)}
                  <small>{inLanguage(asks, language)}</small>
                </th>
                {judgeable ? (
                  <>
                    <td className="number">{exact(tested, language)}</td>
                    <td className="number">{exact(flags, language)}</td>
                  </>
                ) : (
                  <td colSpan={2} className="integrity-note">
                    {words.notJudgeable} {why_not && inLanguage(why_not, language)}
                  </td>
                )}
                <td className="number">{percent(measured.false_flags / measured.clean, language)}</td>
                <td className="number">{percent(measured.found / measured.gaming, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="integrity-note">{words.measuredOn}</p>
    </section>
  );
}
