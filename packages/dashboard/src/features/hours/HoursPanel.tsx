import type { Answer } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { numberIn, type Row, textIn } from '@hotline-atlas/ui/answer/row.ts';
import { PanelFrame } from '../../panel/PanelFrame.tsx';
import { hoursTitle, subtitle } from '../../panel/titles.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { chosenPlace } from '../../screen/chosen-place.ts';
import { useScreen } from '../../screen/screen.ts';
import { HoursGrid } from './HoursGrid.tsx';

/** Cases of a row: what a share rests on, or the count itself. */
const casesIn = (answer: Answer, row: Row): number => {
  const metric = metricIn(answer);
  return numberIn(row, `${metric}_denominator`) ?? numberIn(row, metric) ?? 0;
};

/** No hour of the night holds this much of a week unless the hour is made up. */
const mostAtNight = 0.2;

/** Sources that give days only put them all at one hour after midnight: the hours of those mean nothing. */
function hasHours(answer: Answer): boolean {
  const all = answer.rows.reduce((sum, row) => sum + casesIn(answer, row), 0);
  const night = ['0', '1', '2', '3'].map((hour) =>
    answer.rows
      .filter((row) => textIn(row, 'hour_of_day') === hour)
      .reduce((sum, row) => sum + casesIn(answer, row), 0),
  );
  return all > 0 && Math.max(...night) < all * mostAtNight;
}

/** The week by hour: when appeals come, or how they fare. */
export function HoursPanel() {
  const screen = useScreen();
  const { state, messages } = screen;
  const view = useAnswer(
    { metrics: [state.metric], by: ['day_of_week', 'hour_of_day'], comparison: 'none' },
    'hours',
  );
  const answered = view.answer?.rows.some((row) => (numberIn(row, state.metric) ?? 0) > 0) ?? false;
  const dayOnly = view.answer !== undefined && answered && !hasHours(view.answer);
  return (
    <PanelFrame
      name="hours"
      view={view}
      fallback={messages.hours.panel}
      heading={(answer) => ({
        title: hasHours(answer) ? hoursTitle(answer, screen) : messages.hours.panel,
        subtitle: subtitle(answer, chosenPlace(screen), screen, messages.hours.panel),
      })}
      emptyReason={dayOnly ? messages.panels.notRecorded(messages.hours.panel) : undefined}
      isEmpty={(answer) => !hasHours(answer)}
    >
      {(answer) => <HoursGrid answer={answer} />}
    </PanelFrame>
  );
}
