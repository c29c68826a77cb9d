import { watches } from '@hotline-atlas/model';
import { day, oneOf, text } from '../../address/parameter.ts';

/** Which alarms are listed, and which lies open. */
export const alarmAddress = {
  watch: oneOf('watch', watches, 'day'),
  /** Empty for the last complete day. */
  day: day('day'),
  open: text('alarm'),
};
