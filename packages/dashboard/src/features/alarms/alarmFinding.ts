import type { Alarms } from '@hotline-atlas/model';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { expectation } from '../../judgement/numbers.ts';
import type { Screen } from '../../screen/screen.ts';
import { seriesName } from './alarmPlace.ts';
import type { AlarmWords } from './words.ts';

/** What a day's alarms say, in one line: how many there are, and the most important one with its figures. */
export function alarmFinding(
  { alarms, fall, meta }: Pick<Alarms, 'alarms' | 'fall' | 'meta'>,
  screen: Pick<Screen, 'label' | 'state' | 'person' | 'language'>,
  words: AlarmWords,
): string {
  const { language } = screen;
  const [first] = alarms;
  if (!first) return fall ? words.fallen : words.title(0, exact(0, language));
  return words.lead(
    words.title(meta.alarms, exact(meta.alarms, language)),
    seriesName(first, screen, words),
    exact(first.observed, language),
    expectation(first.expected, language),
  );
}
