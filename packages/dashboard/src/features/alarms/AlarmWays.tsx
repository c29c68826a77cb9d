import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { continued, labelled } from '@hotline-atlas/ui/format/joined.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { turnedTo } from '../../address/object.ts';
import { changed } from '../../address/state.ts';
import { StateLink } from '../../panel/ObjectLink.tsx';
import { useScreen } from '../../screen/screen.ts';
import { seriesName } from './alarmPlace.ts';
import { appealsState, mapState, type SeriesDays } from './alarmStates.ts';
import { alarmWords } from './words.ts';

/** The ways on from a series: its own page where it is an alarm, its appeals, and where they lie. */
export function AlarmWays({ series, id }: { series: SeriesDays; id?: string }) {
  const screen = useScreen();
  const { state, language } = screen;
  const words = useWords(alarmWords);
  const what = continued([seriesName(series, screen, words), periodLabel(series.period, language)], language);
  const ways = [
    ...(id ? [{ label: words.page, to: turnedTo(state, { page: 'alert', object: id }) }] : []),
    { label: words.showOnMap, to: changed(state, { object: '', ...mapState(series, screen) }) },
    { label: words.showAppeals, to: changed(state, { object: '', ...appealsState(series, screen) }) },
  ];
  return (
    <p className="alarm-ways">
      {ways.map(({ label, to }) => (
        <StateLink key={label} to={to} label={labelled(label, what, language)}>
          {label}
        </StateLink>
      ))}
    </p>
  );
}
