import { isLocalDate, type LocalDate, type Watch, watches } from '@hotline-atlas/model';

/** What the id of an alarm tells: the step it is of. */
export interface AlarmStep {
  day: LocalDate;
  watch: Watch;
}

/** The step in an id such as `2024-12-31~day~utilities~110101`; null where it is none. */
export function stepOfAlarm(id: string): AlarmStep | null {
  const [day = '', sent] = id.split('~');
  const watch = watches.find((name) => name === sent);
  return isLocalDate(day) && watch ? { day, watch } : null;
}
