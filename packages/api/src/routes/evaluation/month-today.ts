import { readRipening } from '@hotline-atlas/judgement';
import { localDay } from '@hotline-atlas/query';
import { isProvisional, ripenessOf } from '../../evaluation/live-answer.ts';
import type { MonthRun } from './evaluation-run.ts';

/** Today in the city. */
export const todayIn = ({ time_zone }: { time_zone: string }): string =>
  localDay(new Date().toISOString(), time_zone);

/** Whether some rate of the month is not ripe. */
export async function isMonthProvisional({ scheme, month, whole, city }: MonthRun): Promise<boolean> {
  const ripening = await readRipening({ ...whole, timeZone: city.time_zone });
  return isProvisional(ripenessOf({ scheme, month }, ripening));
}
