import type { LocalDate, Period } from '../time.ts';
import type { JudgementMeta, Method, Notice } from './method.ts';

export const watches = ['day', 'week'] as const;
export type Watch = (typeof watches)[number];

export interface AlarmTopic {
  /** 0: all topics. */
  level: 0 | 1 | 2 | 3;
  code: string;
}
export interface AlarmArea {
  level: 'city' | 'district' | 'subdistrict';
  code: string;
}

/** A series that exceeded its threshold and was merged into an alarm. */
export interface AlarmMember {
  topic: AlarmTopic;
  area: AlarmArea;
  observed: number;
  expected: number;
  q: number;
}

/** A watched series that raised no alarm; unknown where it could not be judged. */
export interface UnalarmedSeries {
  topic: AlarmTopic;
  area: AlarmArea;
  observed: number;
  expected: number | null;
  /** The upper bound it would have had to exceed. */
  threshold: number | null;
  p: number | null;
  q: number | null;
}

export interface Alarm {
  /** Stable for a day of one version of the data. */
  id: string;
  topic: AlarmTopic;
  area: AlarmArea;
  period: Period;
  observed: number;
  expected: number;
  /** The upper bound the series had to exceed. */
  threshold: number;
  excess: number;
  score: number;
  p: number;
  q: number;
  rule: 'farrington' | 'short_series' | 'recent_level';
  /** First step of the unbroken run of exceedances. */
  since: LocalDate;
  spread: { subdistricts: number; topics: number };
  members: AlarmMember[];
  /** The last 42 days or 53 weeks; expected and threshold only of the last 14. */
  series: {
    start: LocalDate[];
    /** Null where a step has a day without data. */
    count: (number | null)[];
    expected: (number | null)[];
    threshold: (number | null)[];
  };
  /** Address of the appeals behind it. */
  appeals: string;
}

/** All appeals of everything watched, far below what was to be expected: a feed that fails is told as a rise is. */
export interface Fall {
  observed: number;
  expected: number;
  /** The least count that is not unusual. */
  threshold: number;
  /** Chance of a count as small as that or smaller. */
  p: number;
}

export interface AlarmsMeta extends JudgementMeta {
  day: LocalDate;
  watch: Watch;
  level: number;
  series: number;
  tested: number;
  /** Not tested: fewer than five appeals, which is never an alarm, or too little history. */
  too_few: number;
  /** Spans without data in the 42 days or 53 weeks up to the day. */
  missing: Period[];
  /** Series with q below the level, before merging. */
  exceeding: number;
  alarms: number;
}

/** `GET /api/alarms`. */
export interface Alarms {
  meta: AlarmsMeta;
  /** Most important first. */
  alarms: Alarm[];
  /** The happenings that came nearest to an alarm without raising one, likeliest first. */
  nearest: UnalarmedSeries[];
  /** All topics of everything watched, alarm or not; null where nothing was. */
  whole: UnalarmedSeries | null;
  /** Null where all appeals together are not far below what was to be expected. */
  fall: Fall | null;
  method: Method;
  notice: Notice | null;
}
