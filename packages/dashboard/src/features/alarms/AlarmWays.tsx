import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { hrefOf } from '../../address/state.ts';
import { useScreen } from '../../screen/screen.ts';
import { seriesName } from './alarmPlace.ts';
import { appealsState, mapState, type SeriesDays } from './alarmStates.ts';
import { alarmWords } from './words.ts';

/** The ways on from a series: its appeals, and where they lie. */
export function AlarmWays({ series }: { series: SeriesDays }) {
  const screen = useScreen();
  const { state, language, change } = screen;
  const words = useWords(alarmWords);
  const what = `${seriesName(series, screen, words)}, ${periodLabel(series.period, language)}`;
  const ways = [
    { label: words.showOnMap, to: mapState(series, screen) },
    { label: words.showAppeals, to: appealsState(series, screen) },
  ];
  return (
    <p className="alarm-ways">
      {ways.map(({ label, to }) => (
        <a
          key={label}
          href={hrefOf(state, to)}
          aria-label={`${label}: ${what}`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            change(to);
          }}
        >
          {label}
        </a>
      ))}
    </p>
  );
}
