import { type Alarms, type Language, type LocalDate, shift, type Watch } from '@hotline-atlas/model';
import { bucketLabel, periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { seriesName } from './alarmPlace.ts';
import { type Earlier, useEarlier } from './useEarlier.ts';
import { alarmWords } from './words.ts';

/** What was judged so fast that its neighbours may be judged unasked, in milliseconds. */
const fast = 2000;

/** A step by the days in it; a week is the seven days up to its last. */
const stepLabel = (last: LocalDate, watch: Watch, language: Language): string =>
  watch === 'day'
    ? bucketLabel(last, 'day', language)
    : periodLabel({ from: shift(last, 'day', -6), to: shift(last, 'day', 1) }, language);

function Found({ answer, working }: Earlier) {
  const screen = useScreen();
  const words = useWords(alarmWords);
  if (!answer) return <span className="note">{working ? words.judging : '–'}</span>;
  if (answer.notice) return <span className="note">{words.quiet.noData}</span>;
  const count = answer.meta.alarms;
  const first = answer.alarms[0];
  return (
    <span className={count > 0 ? 'earlier-count' : 'note'}>
      {words.title(count, exact(count, screen.language))}
      {first && <small> {seriesName(first, screen, words)}</small>}
    </span>
  );
}

/** The alarms of the steps before: the last ones there were, each day a way to it. */
export function EarlierAlarms({ answer: { meta } }: { answer: Alarms }) {
  const { language, change } = useScreen();
  const words = useWords(alarmWords);
  const [asks, setAsks] = useState(false);
  const spent = meta.milliseconds + meta.judging_milliseconds;
  const asked = asks || spent < fast;
  const earlier = useEarlier(meta.day, asked);
  const unknown = earlier.filter(({ answer }) => !answer).length;
  return (
    <section
      className={unknown === earlier.length ? 'screen-only' : ''}
      aria-label={words.quiet.earlier[meta.watch]}
    >
      <h2>{words.quiet.earlier[meta.watch]}</h2>
      {!asked && unknown > 0 && (
        <p className="look-back">
          <button type="button" className="button" onClick={() => setAsks(true)}>
            {words.quiet.lookBack}
          </button>
          <span className="note">
            {words.quiet.takes(exact(Math.ceil((spent * unknown) / 1000), language))}
          </span>
        </p>
      )}
      <ol>
        {earlier.map((each) => (
          <li key={each.day} className={each.answer ? '' : 'screen-only'}>
            <button
              type="button"
              className="earlier-step"
              onClick={() => change({ alarms: { day: each.day, open: '' } })}
            >
              <span>{stepLabel(each.day, meta.watch, language)}</span>
              <Found {...each} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
