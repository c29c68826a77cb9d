import { type Alarms, inLanguage } from '@hotline-atlas/model';
import { dayLabel, instantLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { expectation } from '../../judgement/numbers.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { useScreen } from '../../screen/screen.ts';
import { NearestSeries } from './NearestSeries.tsx';
import { alarmWords } from './words.ts';

/** What was watched: all appeals against what was expected, how many series, and how fresh the data are. */
function Facts({ answer: { meta, whole } }: { answer: Alarms }) {
  const screen = useScreen();
  const { language, messages } = screen;
  const words = useWords(alarmWords);
  const newest = meta.as_of.newest_appeal;
  const loaded = meta.as_of.last_load;
  const number = (value: number) => exact(value, language);
  const facts = [
    whole && {
      name: words.quiet.whole(chosenPlace(screen)),
      value: number(whole.observed),
      basis:
        whole.expected === null
          ? words.quiet.notJudged
          : words.quiet.range(expectation(whole.expected, language), expectation(whole.threshold, language)),
    },
    {
      name: words.quiet.watched,
      value: number(meta.series),
      basis: words.quiet.tested(number(meta.tested), number(meta.too_few)),
    },
    newest && {
      name: words.quiet.newest,
      value: dayLabel(instantDay(newest, meta.time_zone), language),
      basis: loaded ? `${messages.how.load} ${instantLabel(loaded, meta.time_zone, language)}` : '',
    },
  ];
  return (
    <ul className="quiet-facts">
      {facts.map(
        (fact) =>
          fact && (
            <li key={fact.name}>
              <span className="tile-label">{fact.name}</span>
              <span className="quiet-value">{fact.value}</span>
              <span className="note">{fact.basis}</span>
            </li>
          ),
      )}
    </ul>
  );
}

/** The local day of an instant. */
const instantDay = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));

/**
 * A quiet day is good news, told first, and then why one can rely on it; what grows slowly shows in weeks
 * only.
 */
export function Quiet({ answer }: { answer: Alarms }) {
  const { language, state, change } = useScreen();
  const words = useWords(alarmWords);
  const { meta, method } = answer;
  return (
    <div className="quiet">
      <p className="quiet-finding">
        {meta.tested === 0
          ? words.quiet.noneTested(periodLabel(meta.period, language))
          : words.quiet.finding(periodLabel(meta.period, language), exact(meta.tested, language))}
      </p>
      <Facts answer={answer} />
      <NearestSeries answer={answer} />
      <section aria-label={words.quiet.relies}>
        <h3>{words.quiet.relies}</h3>
        <p>{inLanguage(method.summary, language)}</p>
        <p>{words.quiet.level(percent(meta.level, language))}</p>
        {state.alarms.watch === 'day' && <p>{words.quiet.slow}</p>}
      </section>
      {state.alarms.watch === 'day' && (
        <button
          type="button"
          className="button"
          onClick={() => change({ alarms: { watch: 'week', open: '' } })}
        >
          {words.watchWeeks}
        </button>
      )}
    </div>
  );
}
