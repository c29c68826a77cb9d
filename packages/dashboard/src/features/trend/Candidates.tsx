import { inLanguage, type Trend } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { trendValue } from './trendSentences.ts';
import { trendWords } from './words.ts';

/** The models that could forecast, how wrong each was in the past, and which one is used. */
export function Candidates({ answer }: { answer: Trend }) {
  const { language } = useScreen();
  const words = useWords(trendWords);
  const { forecast } = answer;
  if (!forecast) return <p className="panel-message">{words.noForecast}</p>;
  const sorted = [...forecast.candidates].sort(
    (a, b) =>
      Number(b.chosen) - Number(a.chosen) ||
      (a.mean_absolute_scaled_error ?? Number.POSITIVE_INFINITY) -
        (b.mean_absolute_scaled_error ?? Number.POSITIVE_INFINITY),
  );
  const origins = Math.max(0, ...sorted.map((candidate) => candidate.origins));
  return (
    <>
      <table className="models">
        <thead>
          <tr>
            <th scope="col">{words.model}</th>
            <th scope="col" className="number">
              {words.error}
            </th>
            <th scope="col" className="number">
              {words.scaled}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((candidate) => (
            <tr key={candidate.name} className={candidate.chosen ? 'chosen' : ''}>
              <th scope="row">
                {inLanguage(candidate.label, language)}
                {candidate.chosen && <small> {words.chosen}</small>}
              </th>
              <td className="number">{trendValue(candidate.mean_absolute_error, answer, language)}</td>
              <td className="number">
                {candidate.mean_absolute_scaled_error === null
                  ? '–'
                  : exact(candidate.mean_absolute_scaled_error, language, 2)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">{words.modelsNote(exact(origins, language))}</p>
    </>
  );
}
