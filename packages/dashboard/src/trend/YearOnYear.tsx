import { inLanguage, type Trend } from '@hotline-atlas/model';
import { changeOf } from '../format/change.ts';
import { periodLabel } from '../format/dates.ts';
import { exact } from '../format/numbers.ts';
import { useWords } from '../judgement/words/index.ts';
import { useScreen } from '../state/screen.ts';
import { trendValue } from './trendWords.ts';

/** The latest year against the one before, on days that can be compared: holidays that moved are left out. */
export function YearOnYear({ answer }: { answer: Trend }) {
  const { language } = useScreen();
  const words = useWords();
  const found = answer.year_on_year;
  if (!found?.before) return null;
  const change = changeOf(found.value, found.before, answer.meta.unit, language);
  const omitted = found.left_out.map(
    ({ from, to, reason }) => `${inLanguage(reason, language)} (${periodLabel({ from, to }, language)})`,
  );
  return (
    <section className="year-on-year" aria-label={words.trend.yearOnYear}>
      <h3>{words.trend.yearOnYear}</h3>
      <p className="tile-value">{change?.signed ?? '–'}</p>
      <p>
        {periodLabel(found.period, language)} / {periodLabel(found.compared_period, language)}
      </p>
      <p className="note">
        {words.trend.yearDetail(
          exact(found.days, language),
          trendValue(found.value, answer, language),
          trendValue(found.before, answer, language),
        )}
      </p>
      {omitted.length > 0 && <p className="note">{words.trend.omitted(omitted.join('; '))}</p>}
    </section>
  );
}
