import { shift } from '@hotline-atlas/model';

/** The moment of the newest appeal of an official's day in Riverton. */
const officialsMoment = '2023-12-20 12:00:00';

/** What the official of the north finds that day. */
export const officialsDay = {
  overdue: ['late1', 'late2', 'late3'],
  dueToday: ['today1', 'today2'],
  dueSoon: ['soon1'],
  reopened: 'late2',
  /** Who calls for the third time. */
  again: { order: 'late1', calls: 3 },
  /** What grows, where, and to how many in December. */
  growth: { topic: 'Lifts', subdistrict: 'Northwest', appeals: 30 },
  slowUnit: 'heating',
} as const;

const columns = [
  'id',
  'received',
  'dispatched',
  'due',
  'closed',
  'visited',
  'topic',
  'subdistrict',
  'latitude',
  'longitude',
  'address',
  'unit',
  'status',
  'handling',
  'contacted',
  'resolved',
  'satisfied',
  'excluded_reason',
  'caller',
  'text',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number>> & { id: string; received: string };

const header = ['kind', 'channel', 'district', ...columns].join(',');
const line = (row: Row): string =>
  [
    'complaint',
    'phone',
    String(row.subdistrict).split('-')[0],
    ...columns.map((name) => row[name] ?? ''),
  ].join(',');

const topics = ['housing.heating.cold', 'housing.lifts', 'transport.parking'] as const;
const places = ['north-east', 'north-west', 'south-east', 'south-west'] as const;
/** Days an order takes by its unit; eight are allowed. */
const daysOf = { works: 2, heating: 9 } as const;

const at = (day: string, hour: number) => `${day} ${String(hour).padStart(2, '0')}:00:00`;

/** Orders closed over a year and a half: each topic four times a week in each place. */
function closedOrders(): Row[] {
  const rows: Row[] = [];
  for (let day = '2022-05-02', week = 0; day < '2023-12-11'; day = shift(day, 'week', 1), week++)
    for (const [topicAt, topic] of topics.entries())
      for (const [placeAt, subdistrict] of places.entries())
        for (const half of [0, 1, 3, 4]) {
          const received = shift(day, 'day', half + (placeAt % 3));
          const unit = topic === 'housing.heating.cold' ? 'heating' : 'works';
          const closed = shift(received, 'day', daysOf[unit]);
          rows.push({
            id: `w${week}-${topicAt}-${placeAt}-${half}`,
            received: at(received, 9 + topicAt),
            dispatched: at(received, 13),
            due: at(shift(received, 'day', 8), 9),
            closed: at(closed, 10),
            visited: at(shift(closed, 'day', 2), 10),
            topic,
            subdistrict,
            unit,
            status: 'closed',
            handling: 'dispatched',
            contacted: 'yes',
            resolved: week % 10 === 0 ? 'no' : 'yes',
            satisfied: 'yes',
            excluded_reason: week % 25 === 0 ? 'duplicate' : '',
            caller: 13_000_000_000 + rows.length,
          });
        }
  return rows;
}

/** Lifts fail in the north-west: thirty appeals in one hexagon, closed within hours. */
const failingLifts = (): Row[] =>
  Array.from({ length: officialsDay.growth.appeals }, (_, index): Row => {
    const day = `2023-12-${String(12 + (index % 7)).padStart(2, '0')}`;
    return {
      id: `lift${index}`,
      received: at(day, 8),
      dispatched: at(day, 9),
      due: at(shift(day, 'day', 8), 9),
      closed: at(day, 18),
      topic: 'housing.lifts',
      subdistrict: 'north-west',
      latitude: 39.75,
      longitude: 116.25,
      address: 'Mill Lane 4',
      unit: 'works',
      status: 'closed',
      handling: 'dispatched',
      caller: 13_900_000_000 + index,
      text: 'The lift does not move',
    };
  });

const open = (id: string, received: string, due: string, more: Partial<Row> = {}): Row => ({
  id,
  received,
  dispatched: received,
  due,
  topic: 'housing.heating.cold',
  subdistrict: 'north-east',
  address: 'Station Road 7',
  unit: 'heating',
  status: 'in_progress',
  handling: 'dispatched',
  text: 'The radiators are cold',
  ...more,
});

/** Orders that are open: overdue, due today, due in three days, and one of the other district. */
const openOrders = (): Row[] => [
  open('late1', '2023-12-06 09:00:00', '2023-12-15 09:00:00', { caller: 13_800_000_001 }),
  open('late2', '2023-12-08 09:00:00', '2023-12-18 09:00:00', { status: 'reopened' }),
  open('late3', '2023-12-10 09:00:00', '2023-12-20 05:00:00', { subdistrict: 'north-west' }),
  open('today1', '2023-12-12 09:00:00', '2023-12-20 15:00:00', { unit: 'works', topic: 'transport.parking' }),
  open('today2', '2023-12-12 10:00:00', '2023-12-20 20:00:00'),
  open('soon1', '2023-12-14 10:00:00', '2023-12-22 10:00:00'),
  open('south1', '2023-12-01 10:00:00', '2023-12-09 10:00:00', { subdistrict: 'south-east' }),
  open('newest', officialsMoment, '2023-12-28 12:00:00', { unit: 'works', topic: 'transport.parking' }),
];

/** The same caller twice before, about the same cold flat. */
const earlierCalls = (): Row[] =>
  ['2023-11-20', '2023-11-28'].map((day, index) => ({
    ...open(`call${index}`, at(day, 9), at(shift(day, 'day', 8), 9), { caller: 13_800_000_001 }),
    closed: at(shift(day, 'day', 4), 9),
    status: 'closed',
  }));

/** Appeals of Riverton that make an official's day: what is late, what grows, who is slow, who calls again. */
export const officialsDayCsv = (): string =>
  [header, ...[...closedOrders(), ...failingLifts(), ...openOrders(), ...earlierCalls()].map(line)].join(
    '\n',
  );
