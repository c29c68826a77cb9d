/** An hour of a day as a file has it. */
const at = (day: string, hour: number): string => `${day} ${String(hour).padStart(2, '0')}:00:00`;

const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** One order: closed the next day, its appellant visited the day after. */
const order = (id: string, day: string, topic: string, district: string, unit: string, isPleased: boolean) =>
  [
    ...[id, at(day, 9), topic, district, unit, 'dispatched', at(later(day, 7), 9), at(later(day, 1), 9)],
    ...[at(later(day, 2), 9), 'yes', isPleased ? 'yes' : 'no'],
  ].join(',');

const heating = ['housing.heating.cold', 'heating'] as const;
const parking = ['transport.parking', 'roads'] as const;

/**
 * Every day the same twelve orders: in the north eight on heating and two on parking, one of the ten not
 * satisfied; in the south two on parking. In the last month parking doubles in both, and in the north three
 * of twelve are not satisfied.
 */
function ordersOf(day: string, isLast: boolean): string[] {
  const many = isLast ? 4 : 2;
  const displeased = isLast ? 3 : 1;
  const north = [...Array(8).fill(heating), ...Array(many).fill(parking)] as (readonly [string, string])[];
  return [
    ...north.map(([topic, unit], n) => order(`n${day}-${n}`, day, topic, 'north', unit, n >= displeased)),
    ...Array.from({ length: many }, (_, n) => order(`s${day}-${n}`, day, ...parkingIn('south'), true)),
  ];
}

const parkingIn = (district: string) => [parking[0], district, parking[1]] as const;

/** Days from July 2021 to the end of November 2023. */
const days = Array.from({ length: 883 }, (_, index) => later('2021-07-01', index));

/** The story as a file. */
export const storyFile = (): string =>
  [
    'id,received,topic,district,unit,handling,due,closed,visited,resolved,satisfied',
    ...days.flatMap((day) => ordersOf(day, day >= '2023-11-01')),
    '',
  ].join('\n');
