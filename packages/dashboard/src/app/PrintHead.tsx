import { inLanguage } from '@hotline-atlas/model';
import { dayLabel, instantLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { comparedPeriod } from '../address/period.ts';
import { isSearchFilter } from '../address/search-text.ts';
import { describeSelection } from '../screen/describe.ts';
import { nameOfPlace } from '../screen/known-place.ts';
import { useScreen } from '../screen/screen.ts';
import { followedOn, isCompared } from './followed.ts';
import { appWords } from './words.ts';

/** What a sheet of paper has to say that the controls say on the screen. */
export function PrintHead() {
  const words = useWords(appWords);
  const screen = useScreen();
  const { meta, state, days, language, messages } = screen;
  const filters = [
    ...describeSelection(screen),
    isSearchFilter(state.page) ? state.appeals.search : '',
  ].filter(Boolean);
  const compared = comparedPeriod(days, state.comparison);
  const loaded = meta.asOf.last_load;
  const name = nameOfPlace(screen);
  return (
    <div className="print-head" aria-hidden="true">
      <p className="print-title">
        {inLanguage(meta.name, language)} · {inLanguage(meta.hotline, language)} ·{' '}
        {[name, messages.pages[state.page]].filter(Boolean).join(' · ')}
      </p>
      <p>
        {/* Other pages name the days they are of themselves. */}
        {followedOn[state.page] === 'filters and period' && `${periodLabel(days, language)} · `}
        {filters.length > 0 ? filters.join(' · ') : name || words.print.unfiltered}
        {compared &&
          isCompared(state.page) &&
          ` · ${messages.how.compared} ${periodLabel(compared, language)}`}
      </p>
      <p>
        {meta.lastDay && messages.asOf(dayLabel(meta.lastDay, language))}
        {loaded &&
          ` · ${messages.how.load} ${instantLabel(loaded, meta.timeZone, language)} · ${messages.how.version} ${meta.asOf.version}`}
        {meta.synthetic && ` · ${messages.syntheticLong}`}
      </p>
    </div>
  );
}
