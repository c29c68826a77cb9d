import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { ScrollBox } from '../../panel/ScrollBox.tsx';
import { useScreen } from '../../screen/screen.ts';
import { differencesOf, type Scored } from './apart.ts';
import { signed } from './numbers.ts';
import { rowOf } from './unitRow.ts';
import type { UnitMonth } from './useUnitMonth.ts';
import { courseWords } from './words-course.ts';

/** The scores of some units in the month of the page. */
function scoresOf({ answer }: UnitMonth, units: readonly string[]): Map<string, Scored | null> {
  return new Map(
    units.map((code) => {
      const { score, scoreLower, scoreUpper } = rowOf(answer, answer.units.unit.indexOf(code));
      const known = score !== null && scoreLower !== null && scoreUpper !== null;
      return [code, known ? { score, lower: scoreLower, upper: scoreUpper } : null];
    }),
  );
}

/** Every pair of the units shown: the difference of their scores, and whether they are told apart. */
export function PairsTable({ shown, units }: { shown: UnitMonth; units: readonly string[] }) {
  const { beside: words } = useWords(courseWords);
  const { label, language } = useScreen();
  const { decimals } = shown.answer.meta.scheme;
  const pairs = differencesOf(scoresOf(shown, units));
  if (pairs.length === 0) return null;
  const name = (code: string) => label(shown.by, code);
  // Of so many pairs one may look far apart by chance alone.
  const among = words.notAmong(exact(pairs.length, language));
  return (
    <ScrollBox label={words.pairs}>
      <table className="pairs" data-testid="pairs">
        <caption>{words.pairs}</caption>
        <thead>
          <tr>
            <th scope="col">{words.pair}</th>
            <th scope="col" className="number">
              {words.difference}
            </th>
            <th scope="col" className="number">
              {words.interval}
            </th>
            <th scope="col">{words.apart}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ one, other, by, lower, upper, isApart }) => (
            <tr key={`${one} ${other}`}>
              <th scope="row">
                {name(one)} – {name(other)}
              </th>
              <td className="number">{signed(by, decimals)}</td>
              <td className="number">
                {signed(lower, decimals)} … {signed(upper, decimals)}
              </td>
              <td>{isApart ? <b>{words.isApart}</b> : lower > 0 || upper < 0 ? among : words.notApart}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
