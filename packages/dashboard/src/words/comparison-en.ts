type Direction = 'up' | 'down' | 'same';

const perDay = (told: boolean) => (told ? ' per day' : '');

/** How periods are compared, and which days count, in English; the type of the catalogue. */
export const comparisonEn = {
  on: (period: string, daily: boolean) => (daily ? `per day on ${period}` : `on ${period}`),
  moved: (size: string, direction: Direction, period: string, daily: boolean) =>
    direction === 'same'
      ? `unchanged${perDay(daily)} on ${period}`
      : `${direction} ${size}${perDay(daily)} on ${period}`,
  totals: (now: string, before: string) => `In all ${now}, before ${before}`,
  fewCompared: 'too few to compare',
  none: 'no comparison',
  greyMark: (period: string, compared: boolean) =>
    compared ? `grey mark: ${period}, comparable days` : `grey mark: ${period}`,
  wholeBefore: (value: string) => `${value} in the whole period before`,

  title: {
    up: (metric: string, size: string, on: string, daily: boolean) =>
      `${metric} up ${size}${perDay(daily)} on ${on}`,
    down: (metric: string, size: string, on: string, daily: boolean) =>
      `${metric} down ${size}${perDay(daily)} on ${on}`,
    same: (metric: string, on: string, daily: boolean) => `${metric} unchanged${perDay(daily)} on ${on}`,
    figure: (metric: string, signed: string, on: string, daily: boolean) =>
      `${metric} ${signed}${perDay(daily)} on ${on}`,
    chance: (metric: string, signed: string, on: string, daily: boolean) =>
      `${metric}: no clear change on ${on} (${signed}${perDay(daily)})`,
    provisional: (metric: string, on: string) => `${metric}: not final yet, not compared with ${on}`,
    few: (metric: string) => `${metric}: too few cases to compare`,
  },

  ripeness: {
    label: 'How final',
    short: (share: string | null) => (share === null ? 'not final yet' : `not final yet: ${share} known`),
    known: (share: string) => `${share} of what will count is known`,
    from: (day: string) => `final about ${day}`,
    counts: (of: Record<'dispatched' | 'closed' | 'visited' | 'excluded' | 'open', string>) =>
      `of ${of.dispatched} orders ${of.closed} are closed, ${of.visited} return-visited, ${of.excluded} excluded, ${of.open} open`,
    probably: (rate: string, lower: string, upper: string) =>
      `probably ${rate} (${lower}–${upper}) in the end`,
    bucket: 'not final yet',
    dashed: 'dashed: not final yet',
    monthShown: (month: string) => `${month} is the newest month whose rates are final.`,
    showNewest: (month: string) => `Show ${month} so far`,
  },
  days: (days: string, of: string) => `data on ${days} of ${of} days`,
  pairs: (days: string, of: string) => `${days} of ${of} days are compared`,
  weekdays: 'weekdays and days off weighted alike',
  without: (names: string) => `without ${names}`,
  reason: (name: string, days: string) => `${name} (${days})`,
  andMore: (days: string, more: number) => `${days} and ${more} more`,
  comma: ', ',
  semicolon: '; ',
  facts: { covered: 'Days with data', compared: 'Compared days', all: 'all' },

  columns: {
    before: 'Before',
    paired: 'Compared days',
    before_paired: 'Compared days before',
    change: 'Change',
    change_share: 'Change in %',
  },
  columnOf: (metric: string, column: string) => `${metric}: ${column.toLowerCase()}`,
};

export type ComparisonWords = typeof comparisonEn;
