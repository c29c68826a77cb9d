import { type Evaluation, inLanguage, type MovedRankTold } from '@hotline-atlas/model';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { rateText, signed } from './numbers.ts';
import { unitEvaluationWords } from './words.ts';

const causes = ['rates', 'mix', 'exclusions'] as const;

/** Percentage points with two decimals. */
const inPoints = (share: number): string => signed(share * 100, 2);

/** Each rate before and now, and what moved it, in percentage points. */
export function MovedRates({ moved, answer }: { moved: MovedRankTold; answer: Evaluation }) {
  const { language } = useScreen();
  const { moved: words } = useWords(unitEvaluationWords);
  const labelOf = (name: string) => {
    const indicator = answer.indicators.find((each) => each.name === name);
    return indicator ? inLanguage(indicator.label, language) : name;
  };
  return (
    <ScrollBox label={words.indicators}>
      <table className="moved-rates">
        <caption className="hidden">{words.indicators}</caption>
        <thead>
          <tr>
            <th scope="col">{words.rate}</th>
            <th scope="col" className="number">
              {words.rateBefore}
            </th>
            <th scope="col" className="number">
              {words.rateAfter}
            </th>
            {causes.map((cause) => (
              <th key={cause} scope="col" className="number">
                {words.causes[cause]}
                <small> {words.pp}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.indicators.map((indicator) => (
            <tr key={indicator.name}>
              <th scope="row">{labelOf(indicator.name)}</th>
              <td className="number">{rateText(indicator.before, language)}</td>
              <td className="number">{rateText(indicator.after, language)}</td>
              {causes.map((cause) => (
                <td key={cause} className="number">
                  {inPoints(indicator[cause])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
