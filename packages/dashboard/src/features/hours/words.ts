import { dictionary } from '@hotline-atlas/ui/words/dictionary.ts';

/** Words of the hours of the week. */
export const hourWords = dictionary(
  {
    grid: 'Hour by weekday. Arrow keys move, Enter chooses.',
    cell: (day: string, hour: number, value: string) => `${day} ${hour}:00–${hour + 1}:00, ${value}`,
    low: 'low',
    high: 'high',
    hour: (hour: number) => `${hour}:00–${hour + 1}:00`,
  },
  {
    grid: '星期与时段。方向键移动，回车选择。',
    cell: (day, hour, value) => `${day}${hour}时至${hour + 1}时，${value}`,
    low: '低',
    high: '高',
    hour: (hour) => `${hour}–${hour + 1}时`,
  },
);
