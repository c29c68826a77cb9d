import {
  inLanguage,
  type Language,
  type Trend,
  type YearOnYear as YearOnYearAnswer,
} from '@hotline-atlas/model';
import { changeOf } from '@hotline-atlas/ui/answer/change.ts';
import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { listed, sequenced } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { trendValue } from './trendSentences.ts';
import { trendWords } from './words.ts';

/** What was left out, each reason once with all its days. */
function byReason(spans: YearOnYearAnswer['left_out'], language: Language): string[] {
  const reasons = new Map<string, string[]>();
  for (const { from, to, reason } of spans) {
    const name = inLanguage(reason, language);
    reasons.set(name, [...(reasons.get(name) ?? []), periodLabel({ from, to }, language)]);
  }
  return [...reasons].map(([name, days]) =>
    language === 'zh' ? `${name}（${listed(days, language)}）` : `${name} (${listed(days, language)})`,
  );
}

/** The latest year against the one before, on days that can be compared: holidays that moved are left out. */
export function YearOnYear({ answer }: { answer: Trend }) {
  const { language } = useScreen();
  const words = useWords(trendWords);
  const found = answer.year_on_year;
  if (!found?.before) return null;
  const change = changeOf(found.value, found.before, answer.meta.unit, language);
  const omitted = byReason(found.left_out, language);
  return (
    <section className="year-on-year" aria-label={words.yearOnYear}>
      <h3>{words.yearOnYear}</h3>
      <p className="tile-value">{change?.signed ?? '–'}</p>
      <p>
        {words.yearFigures(
          trendValue(found.value, answer, language),
          trendValue(found.before, answer, language),
        )}
      </p>
      <p className="note">
        {words.yearDetail({
          days: exact(found.days, language),
          period: periodLabel(found.period, language),
          before: periodLabel(found.compared_period, language),
        })}
      </p>
      {omitted.length > 0 && <p className="note">{words.omitted(sequenced(omitted, language))}</p>}
    </section>
  );
}
