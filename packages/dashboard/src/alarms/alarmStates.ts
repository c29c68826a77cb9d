import type { Alarm } from '@hotline-atlas/model';
import type { DashboardState } from '../state/schema.ts';
import type { Screen } from '../state/screen.ts';
import { clausesOfSeries } from './alarmPlace.ts';

/** The whole unbroken run of an alarm, not only its last step. */
const daysOf = ({ since, period }: Alarm) => ({
  from: since < period.from ? since : period.from,
  to: period.to,
});

/** The screen turned to the appeals behind an alarm: its topic, area and days take the place of what was chosen. */
export const appealsState = (alarm: Alarm, { meta }: Pick<Screen, 'meta'>): Partial<DashboardState> => ({
  page: 'appeals',
  where: clausesOfSeries(alarm, meta),
  period: daysOf(alarm),
  span: null,
  words: '',
  cursor: '',
});

/** The map turned to where they lie. */
export const mapState = (alarm: Alarm, screen: Pick<Screen, 'meta'>): Partial<DashboardState> => ({
  ...appealsState(alarm, screen),
  page: 'map',
  shape: 'cells',
  metric: 'appeals',
  view: null,
});
