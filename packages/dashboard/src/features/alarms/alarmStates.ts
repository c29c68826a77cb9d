import type { AlarmArea, AlarmTopic, LocalDate, Period } from '@hotline-atlas/model';
import type { StateChange } from '../../address/state.ts';
import type { Screen } from '../../screen/screen.ts';
import { clausesOfSeries } from './alarmPlace.ts';

/** A series at a step, and since when it has been beyond its threshold. */
export interface SeriesDays {
  topic: AlarmTopic;
  area: AlarmArea;
  since: LocalDate;
  period: Period;
}

/** The whole unbroken run of an alarm, not only its last step. */
const daysOf = ({ since, period }: SeriesDays) => ({
  from: since < period.from ? since : period.from,
  to: period.to,
});

/**
 * The screen turned to the appeals behind an alarm: its topic, area and days take the place of what was
 * chosen.
 */
export const appealsState = (alarm: SeriesDays, { meta }: Pick<Screen, 'meta'>): StateChange => ({
  page: 'appeals',
  where: clausesOfSeries(alarm, meta),
  period: daysOf(alarm),
  span: null,
  appeals: { search: '', cursor: '' },
});

/** The map turned to where they lie. */
export const mapState = (alarm: SeriesDays, screen: Pick<Screen, 'meta'>): StateChange => ({
  ...appealsState(alarm, screen),
  page: 'map',
  metric: 'appeals',
  map: { shape: 'cells', view: null },
});
