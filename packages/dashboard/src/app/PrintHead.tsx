import { inLanguage } from '@hotline-atlas/model';
import { dayLabel, instantLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { onPrinting } from '@hotline-atlas/ui/kit/printing.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect, useState } from 'react';
import { isSearchFilter } from '../address/search-text.ts';
import { listWords } from '../features/appeals/listWords.ts';
import { describeSelection, titleOfPage } from '../screen/describe.ts';
import { nameOfPlace } from '../screen/known-place.ts';
import { type Screen, useScreen } from '../screen/screen.ts';
import { followedOn } from './followed.ts';
import { printedComparisons, printedDays } from './printed-days.ts';
import { appWords } from './words.ts';

/** The whole address of the page, as it is when printing begins. */
function usePrintedAddress(): string {
  const [address, setAddress] = useState(window.location.href);
  useEffect(() => onPrinting(() => setAddress(window.location.href)), []);
  return decodeURI(address);
}

/** The days, what they are compared with, and what is chosen. */
function Choices({ screen }: { screen: Screen }) {
  const words = useWords(appWords);
  const { anyTime } = useWords(listWords);
  const { state, language, messages } = screen;
  const days = printedDays(screen);
  const compared = printedComparisons(screen).map((period) => periodLabel(period, language));
  const filters = [
    ...describeSelection(screen),
    isSearchFilter(state.page) ? state.appeals.search : '',
  ].filter(Boolean);
  // A page of one object is not of the whole city, and the page of the city is never filtered.
  const isOfAll = nameOfPlace(screen) === '' && followedOn[state.page] === 'filters and period';
  const parts = [
    days === 'any' ? anyTime : days && periodLabel(days, language),
    compared.length > 0 && `${messages.how.compared} ${compared.join(messages.comparison.comma)}`,
    filters.length > 0 ? filters.join(' · ') : isOfAll && words.print.unfiltered,
  ].filter(Boolean);
  return parts.length > 0 && <p className="print-choices">{parts.join(' · ')}</p>;
}

/** What a sheet of paper has to say that the controls say on the screen. */
export function PrintHead() {
  const screen = useScreen();
  const { meta, language, messages } = screen;
  const address = usePrintedAddress();
  const loaded = meta.asOf.last_load;
  return (
    <div className="print-head" aria-hidden="true">
      <p className="print-title">
        {inLanguage(meta.name, language)} · {inLanguage(meta.hotline, language)} ·{' '}
        {[nameOfPlace(screen), titleOfPage(screen)].filter(Boolean).join(' · ')}
      </p>
      <Choices screen={screen} />
      <p>
        {meta.lastDay && messages.asOf(dayLabel(meta.lastDay, language))}
        {loaded &&
          ` · ${messages.how.load} ${instantLabel(loaded, meta.timeZone, language)} · ${messages.how.version} ${meta.asOf.version}`}
        {meta.synthetic && ` · ${messages.syntheticLong}`}
      </p>
      <p className="print-address">{address}</p>
    </div>
  );
}
