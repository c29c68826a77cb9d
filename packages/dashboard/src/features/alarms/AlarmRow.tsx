import type { Alarm } from '@hotline-atlas/model';
import { dayLabel } from '@hotline-atlas/ui/format/dates.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { expectation, probability, ratioText } from '../../judgement/numbers.ts';
import { useScreen } from '../../screen/screen.ts';
import { AlarmSparkline } from './AlarmSparkline.tsx';
import { AlarmWays } from './AlarmWays.tsx';
import { seriesName } from './alarmPlace.ts';
import { alarmWords } from './words.ts';

/**
 * One alarm in the list: what and where, how much more than expected, how sure, since when, and the ways on.
 */
export function AlarmRow({ alarm, rank, chosen }: { alarm: Alarm; rank: number; chosen: boolean }) {
  const screen = useScreen();
  const { state, language, change } = screen;
  const words = useWords(alarmWords);
  const name = seriesName(alarm, screen, words);
  const isOpen = state.alarms.open === alarm.id;
  const began = alarm.since < alarm.period.from;
  const { subdistricts, topics } = alarm.spread;
  const isSpread = subdistricts > 1 || topics > 1;
  return (
    <li className={chosen ? 'alarm chosen' : 'alarm'} data-testid="alarm" data-alarm={alarm.id}>
      <button
        type="button"
        className="alarm-open"
        aria-pressed={chosen}
        onClick={() => change({ alarms: { open: isOpen ? '' : alarm.id }, appeals: { cursor: '' } })}
      >
        <span className="alarm-rank">
          <span className="hidden">{words.rank(rank)}</span>
          <span aria-hidden="true">{rank}</span>
        </span>
        <span className="alarm-name">{name}</span>
        <AlarmSparkline series={alarm.series} />
        <span className="alarm-size">
          <b>{exact(alarm.observed, language)}</b>{' '}
          <small>
            {words.cases.expected} {expectation(alarm.expected, language)}
          </small>
        </span>
        <span className="alarm-facts">
          {words.times(ratioText(alarm, language))} · {words.q(probability(alarm.q, language))} ·{' '}
          {began ? words.since(dayLabel(alarm.since, language)) : words.first}
          {isSpread && ` · ${words.spread(exact(subdistricts, language), exact(topics, language))}`}
          {alarm.rule === 'short_series' && ` · ${words.rules.short_series}`}
        </span>
      </button>
      <AlarmWays series={alarm} id={alarm.id} />
    </li>
  );
}
