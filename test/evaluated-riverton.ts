/** Orders of one kind in one month: how many, what was answered, and whether they were closed in time. */
export interface Orders {
  subdistrict: string;
  count: number;
  contacted?: number;
  resolved?: number;
  satisfied?: number;
  /** So many are closed nine days after receipt, two days too late; the others after two days. */
  late?: number;
  excluded?: string;
  /** Nobody was asked. */
  silent?: boolean;
  topic?: string;
}

const header =
  'id,received,dispatched,due,closed,visited,topic,district,subdistrict,channel,urgency,handling,contacted,resolved,satisfied,excluded_reason';

const moment = (month: string, day: number): string =>
  `${new Date(Date.parse(`${month}-01T10:00:00Z`) + (day - 1) * 86_400_000).toISOString().slice(0, 10)} 10:00:00`;

const answer = (at: number, yes: number): string => (at < yes ? 'yes' : 'no');

function rowsOf(month: string, orders: Orders, from: number): string[] {
  const { subdistrict, count, contacted = count, resolved = 0, satisfied = 0, late = 0 } = orders;
  return Array.from({ length: count }, (_, at) => {
    const day = 1 + ((from + at) % 27);
    const closed = day + (at < count - late ? 2 : 9);
    const answers = orders.silent
      ? ['', '', '']
      : [answer(at, contacted), answer(at, resolved), answer(at, satisfied)];
    return [
      `${month}-${subdistrict}-${from + at}`,
      ...[moment(month, day), moment(month, day), moment(month, day + 7), moment(month, closed)],
      orders.silent ? '' : moment(month, closed + 1),
      ...[orders.topic ?? 'housing', subdistrict.split('-')[0], subdistrict, 'phone', '7d', 'dispatched'],
      ...answers,
      orders.excluded ?? '',
    ].join(',');
  });
}

const north = ['north-east', 'north-west'] as const;
const [east, west] = north;

/**
 * The story: two districts, four subdistricts, three months, counted by hand in
 * `test/engine/evaluation.test.ts`.
 */
const story: Record<string, Orders[]> = {
  '2024-01': [
    { subdistrict: east, count: 10, resolved: 8, satisfied: 6 },
    { subdistrict: east, count: 2, excluded: 'duplicate' },
    { subdistrict: west, count: 10, contacted: 9, resolved: 9, satisfied: 7 },
    { subdistrict: 'south-east', count: 10, resolved: 8, satisfied: 6 },
    { subdistrict: 'south-west', count: 8, silent: true },
  ],
  '2024-02': [
    { subdistrict: east, count: 12, resolved: 10, satisfied: 8 },
    { subdistrict: east, count: 8, excluded: 'withdrawn' },
    { subdistrict: west, count: 10, contacted: 9, resolved: 8, satisfied: 7 },
    { subdistrict: 'south-east', count: 4, resolved: 4, satisfied: 4 },
    { subdistrict: 'south-west', count: 10, resolved: 10, satisfied: 9 },
  ],
  '2024-03': [
    { subdistrict: east, count: 10, resolved: 9, satisfied: 8, late: 2 },
    { subdistrict: east, count: 2, excluded: 'withdrawn', late: 1 },
    { subdistrict: east, count: 2, excluded: 'duplicate' },
    { subdistrict: west, count: 10, resolved: 9, satisfied: 9 },
    { subdistrict: 'south-east', count: 10, resolved: 9, satisfied: 9 },
    { subdistrict: 'south-west', count: 10, resolved: 6, satisfied: 5, late: 5 },
  ],
};

/** A story as a file: orders by month. */
export function storyFile(told: Record<string, Orders[]> = story): string {
  const rows = Object.entries(told).flatMap(([month, all]) =>
    all.flatMap((orders, at) => rowsOf(month, orders, 100 * at)),
  );
  return `${[header, ...rows].join('\n')}\n`;
}
