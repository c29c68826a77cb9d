import { type Alarm, type Alarms, type LocalDate, shift, type Watch } from '@hotline-atlas/model';
import type { Ask, Found } from './ask.ts';
import type { Outbreak } from './truth-file.ts';

type Told = Pick<Alarm, 'topic' | 'area'>;

/** Whether a series counts an outbreak: its topic or one above, in its subdistrict or district. */
const counts = ({ topic, area }: Told, { topic: own, district, subdistrict }: Outbreak): boolean =>
  topic.level > 0 &&
  (own === topic.code || own.startsWith(`${topic.code}.`)) &&
  [district, subdistrict].includes(area.code);

/** Whether an alarm tells of an outbreak, by itself or by one of the series merged into it. */
const tells = (alarm: Alarm, outbreak: Outbreak): boolean =>
  [alarm, ...alarm.members].some((told) => counts(told, outbreak));

/** An alarm up to four weeks after an outbreak may still be of it: weekly sums, late callers. */
const active = ({ first_day, last_day }: Outbreak, day: LocalDate): boolean =>
  first_day <= day && day <= shift(last_day, 'day', 7);

async function askDay(ask: Ask, day: LocalDate, watch: Watch) {
  const { answer, milliseconds } = await ask<Alarms>(`/api/alarms?as_of=${day}&watch=${watch}&limit=500`);
  return { alarms: answer.alarms, milliseconds };
}

/** The days looked at: every one of the first four; a week, two and three after the first, where it lasts. */
function daysOf({ first_day, days }: Outbreak): { day: LocalDate; watch: Watch }[] {
  const daily = Array.from({ length: Math.min(4, days.length) }, (_, back) => ({
    day: shift(first_day, 'day', back),
    watch: 'day' as const,
  }));
  const weekly = [6, 13, 20]
    .filter((back) => back < days.length + 7)
    .map((back) => ({ day: shift(first_day, 'day', back), watch: 'week' as const }));
  return [...daily, ...weekly];
}

/** Asks day by day from the first appeal of an outbreak until an alarm tells of it. */
export async function findByAlarms(ask: Ask, outbreak: Outbreak, all: readonly Outbreak[]): Promise<Found> {
  const found: Found = {
    outbreak: outbreak.outbreak,
    found: false,
    delay: null,
    false: 0,
    told: 0,
    milliseconds: [],
  };
  for (const [asked, { day, watch }] of daysOf(outbreak).entries()) {
    const { alarms, milliseconds } = await askDay(ask, day, watch);
    found.milliseconds.push(milliseconds);
    if (asked === 0) {
      found.told = alarms.length;
      found.false = alarms.filter(
        (alarm) => !all.some((each) => active(each, day) && tells(alarm, each)),
      ).length;
    }
    if (!alarms.some((alarm) => tells(alarm, outbreak))) continue;
    const back = Math.round((Date.parse(day) - Date.parse(outbreak.first_day)) / 86_400_000);
    return { ...found, found: true, delay: back };
  }
  return found;
}

/** A day on which nothing was planted: whatever alarms there are, are false. */
export async function quietAlarms(
  ask: Ask,
  day: LocalDate,
  watch: Watch,
  all: readonly Outbreak[],
): Promise<Found> {
  const { alarms, milliseconds } = await askDay(ask, day, watch);
  const wrong = alarms.filter((alarm) => !all.some((each) => active(each, day) && tells(alarm, each)));
  return {
    outbreak: null,
    found: false,
    delay: null,
    false: wrong.length,
    told: alarms.length,
    milliseconds: [milliseconds],
  };
}
