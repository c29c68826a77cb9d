import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { useShownMonth } from './MonthContext.ts';
import { counted, fixed } from './told.ts';
import { lifeWords } from './words-life.ts';

/** So many units are listed. */
const mostUnits = 20;

/** What the data of today would give otherwise than the frozen figures; nothing before a month is final. */
export function SinceFinal() {
  const { language } = useScreen();
  const words = useWords(lifeWords).since;
  const { answer, names, decimals } = useShownMonth();
  const since = answer.since_final;
  if (!since || since.units.length === 0) return since && <p className="hint">{words.same}</p>;
  const number = (digits: number) => (value: number | null) =>
    value === null ? '–' : fixed(value, digits, language);
  const told = (figure: { frozen: number | null; current: number | null }, digits: number) => {
    const [before, now] = [figure.frozen, figure.current].map(number(digits));
    return before === now ? before : `${before} → ${now}`;
  };
  const shown = since.units.slice(0, mostUnits);
  return (
    <div data-testid="since-final">
      <h3>{words.title}</h3>
      {shown.length < since.units.length && (
        <p className="hint">
          {words.more(counted(shown.length, language), counted(since.units.length, language))}
        </p>
      )}
      <table className="told-table">
        <thead>
          <tr>
            {[words.unit, words.rank, words.score, words.base].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ unit, rank, score, base }) => (
            <tr key={unit}>
              <th scope="row">{names.unit(unit)}</th>
              <td>{told(rank, 0)}</td>
              <td>{told(score, decimals)}</td>
              <td>{told(base, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One line under the finding: how many units differ since the month was final. */
export function SinceFinalLine() {
  const { language, change } = useScreen();
  const words = useWords(lifeWords).since;
  const since = useShownMonth().answer.since_final;
  if (!since) return null;
  const count = since.units.length;
  if (count === 0) return <p className="hint">{words.same}</p>;
  return (
    <p>
      <button type="button" className="link" onClick={() => change({ evaluation: { open: 'month' } })}>
        {count === 1 ? words.differOne : words.differ(counted(count, language))}
      </button>
    </p>
  );
}

/** One line where scores of the month before are others than when it was made final. */
export function CorrectedBefore() {
  const { language } = useScreen();
  const words = useWords(lifeWords).since;
  const count = useShownMonth().answer.month_before?.units?.length ?? 0;
  if (count === 0) return null;
  return (
    <p className="hint" data-testid="corrected-before">
      {words.before(counted(count, language))}
    </p>
  );
}
