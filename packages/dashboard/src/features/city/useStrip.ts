import {
  type Answer,
  type Change,
  type MetricName,
  type Period,
  previousPeriod,
  ripeningOf,
  shift,
} from '@hotline-atlas/model';
import { isProvisional } from '@hotline-atlas/ui/answer/provisional.ts';
import { numberIn } from '@hotline-atlas/ui/answer/row.ts';
import type { Asking } from '@hotline-atlas/ui/request/asking.ts';
import { useRequest, type View } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { type StripMeasure, stripMeasures } from './address.ts';
import { useCity } from './CityContext.ts';
import type { CityScreen } from './cityScreen.ts';
import { changeAddress, courseAddress, districtsAddress, figuresAddress } from './questions.ts';
import { type Strip, stripOf } from './stripRows.ts';

/** The strip with what it was asked and how that stands. */
export interface StripView extends Strip {
  view: View;
  besides: readonly Asking[];
  measure: StripMeasure;
  recorded: ReadonlySet<MetricName>;
  hasResidents: boolean;
  hasLevel: boolean;
  levelProvisional: boolean;
  /** The month whose change is told; null where nothing is compared. */
  changeMonth: Period | null;
  changeBefore: Period | null;
  /** Whether the change has been judged. */
  judged: boolean;
  unlocated: number | null;
  answer: Answer | undefined;
}

/** Measures the city records in the thirteen months; all until that is known. */
function recordedIn(course: Answer | undefined): ReadonlySet<MetricName> {
  if (!course) return new Set(stripMeasures);
  return new Set(
    stripMeasures.filter(
      (metric) =>
        metric === 'appeals' || course.rows.some((row) => (numberIn(row, `${metric}_denominator`) ?? 0) > 0),
    ),
  );
}

/** The newest month, up to the one shown, in which a measure is final: others take part in no comparison. */
function comparedMonth(measure: StripMeasure, { month }: CityScreen, { meta }: Screen): Period {
  const family = ripeningOf[measure];
  const ripe = family ? meta.lastRipeMonth[family] : null;
  const { from } = month.period;
  return ripe !== null && ripe < from ? { from: ripe, to: shift(ripe, 'month', 1) } : month.period;
}

/** Districts of the month: figures first, then how the measure chosen moved. */
export function useStrip(): StripView {
  const screen = useScreen();
  const city = useCity();
  const { period } = city.month;
  const hasResidents = screen.meta.withResidents.includes('district');
  const view = useRequest<Answer>(districtsAddress(period, hasResidents));
  const course = useRequest<Answer>(courseAddress(city.course));
  const figures = useRequest<Answer>(figuresAddress(period));
  const recorded = recordedIn(course.answer);
  const chosen = screen.state.city.measure;
  const measure = recorded.has(chosen)
    ? chosen
    : (stripMeasures.find((each) => recorded.has(each)) ?? 'appeals');
  const compared = comparedMonth(measure, city, screen);
  const compares = previousPeriod(compared).to > (screen.meta.firstDay ?? '');
  const isKnown = course.answer !== undefined;
  const address = changeAddress({ metric: measure, compare: 'previous', by: 'district' }, compared);
  const change = useRequest<Change>(compares && isKnown ? address : '');
  const judged = change.stale ? undefined : change.answer;
  const strip = view.answer ? stripOf(view.answer, judged, measure) : { rows: [], unknown: 0, all: 0 };
  return {
    ...strip,
    view,
    besides: [course, change],
    measure,
    recorded,
    hasResidents,
    hasLevel: recorded.has('resolution_rate'),
    levelProvisional: view.answer !== undefined && isProvisional(view.answer, 'resolution_rate'),
    changeMonth: compares ? compared : null,
    changeBefore: compares ? previousPeriod(compared) : null,
    judged: judged?.whole != null,
    unlocated: numberIn(figures.answer?.rows[0], 'not_located'),
    answer: view.answer,
  };
}
