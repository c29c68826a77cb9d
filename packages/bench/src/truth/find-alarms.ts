import { type Alarm, type Alarms, type LocalDate, shift, type Watch } from '@hotline-atlas/model';
import type { Asking, Found, Told } from './ask.ts';
import type { Outbreak } from './truth-file.ts';

type Series = Pick<Alarm, 'topic' | 'area'>;

/** Whether a series counts an outbreak: its topic or one above, in its subdistrict or district. */
const counts = ({ topic, area }: Series, { topic: own, district, subdistrict }: Outbreak): boolean =>
  topic.level > 0 &&
  (own === topic.code || own.startsWith(`${topic.code}.`)) &&
  [district, subdistrict].includes(area.code);

/** Whether an alarm tells of an outbreak, by itself or by one of the series merged into it. */
const tells = (alarm: Alarm, outbreak: Outbreak): boolean =>
  [alarm, ...alarm.members].some((series) => counts(series, outbreak));

/** Whether appeals of an outbreak are among those of a step that ends with a day. */
export const isActive = ({ first_day, last_day }: Outbreak, day: LocalDate, watch: Watch): boolean =>
  first_day <= day && day <= shift(last_day, 'day', watch === 'day' ? 0 : 6);

async function askDay({ ask, outbreaks }: Asking, day: LocalDate, watch: Watch) {
  const { answer, milliseconds } = await ask<Alarms>(`/api/alarms?as_of=${day}&watch=${watch}&limit=500`);
  const active = outbreaks.filter((each) => isActive(each, day, watch));
  const unexplained = answer.alarms.filter((alarm) => !active.some((each) => tells(alarm, each)));
  const told: Told = { told: answer.alarms.length, unexplained: unexplained.length, milliseconds };
  return { alarms: answer.alarms, told };
}

/** The days looked at: every day of the first two weeks of an outbreak; the ends of its first four weeks. */
function daysOf({ first_day, last_day }: Outbreak, watch: Watch): LocalDate[] {
  const back = watch === 'day' ? Array.from({ length: 14 }, (_, days) => days) : [6, 13, 20, 27];
  const latest = shift(last_day, 'day', watch === 'day' ? 0 : 6);
  return back.map((days) => shift(first_day, 'day', days)).filter((day) => day <= latest);
}

/** Asks step by step from the first appeal of an outbreak until an alarm tells of it. */
export async function findByAlarms(asking: Asking, outbreak: Outbreak, watch: Watch): Promise<Found> {
  const asked: Told[] = [];
  const about = `${outbreak.kind} ${outbreak.first_day} ${outbreak.subdistrict}, ${outbreak.appeals} appeals`;
  for (const day of daysOf(outbreak, watch)) {
    const { alarms, told } = await askDay(asking, day, watch);
    asked.push(told);
    if (!alarms.some((alarm) => tells(alarm, outbreak))) continue;
    const delay = Math.round((Date.parse(day) - Date.parse(outbreak.first_day)) / 86_400_000);
    return { outbreak: outbreak.outbreak, about, found: true, delay, asked };
  }
  return { outbreak: outbreak.outbreak, about, found: false, delay: null, asked };
}

/** A day on which nothing was planted: whatever alarms there are, are false. */
export async function quietAlarms(asking: Asking, day: LocalDate, watch: Watch): Promise<Found> {
  const { told } = await askDay(asking, day, watch);
  return { outbreak: null, about: day, found: false, delay: null, asked: [told] };
}
