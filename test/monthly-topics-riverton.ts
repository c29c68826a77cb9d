/** Appeals of one topic in one month and subdistrict. */
interface Appeals {
  topic: string;
  subdistrict: string;
  count: number;
  /** So many of those asked say it is solved; all where it is not said. */
  resolved?: number;
  /** So many appeals each caller has, one where it is not said. */
  each?: number;
}

const header =
  'id,received,dispatched,due,closed,visited,topic,district,subdistrict,channel,handling,contacted,resolved,satisfied,caller';

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** One appeal as a row: closed after a day, and visited the day after. */
function rowOf(
  day: string,
  name: string,
  { topic, subdistrict }: Appeals,
  caller: string,
  resolved: boolean,
): string {
  const [district] = subdistrict.split('-');
  return [
    ...[name, `${day} 10:00:00`, `${day} 10:00:00`, `${dayAfter(day, 7)} 10:00:00`],
    ...[`${dayAfter(day, 1)} 10:00:00`, `${dayAfter(day, 2)} 10:00:00`],
    ...[topic, district, subdistrict, 'phone', 'dispatched', 'yes', resolved ? 'yes' : 'no', 'yes', caller],
  ].join(',');
}

/** Appeals of a month on its first 28 days, one after the other. */
function rowsOf(month: string, appeals: Appeals): string[] {
  const { topic, subdistrict, count, resolved = count, each = 1 } = appeals;
  return Array.from({ length: count }, (_, at) => {
    const day = `${month}-${String(1 + (at % 28)).padStart(2, '0')}`;
    const name = `${month}-${topic}-${subdistrict}-${at}`;
    return rowOf(
      day,
      name,
      appeals,
      `${month}-${topic}-${subdistrict}-${Math.floor(at / each)}`,
      at < resolved,
    );
  });
}

/** The months from one to another, both counted. */
function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = dayAfter(`${month}-28`, 5).slice(0, 7)) months.push(month);
  return months;
}

/** One appeal about heating every day, so that every day has data. */
function everyDay(first: string, last: string): string[] {
  const rows: string[] = [];
  const heating = { topic: 'housing.heating', subdistrict: 'north-east', count: 1 };
  for (let day = first; day <= last; day = dayAfter(day, 1))
    rows.push(rowOf(day, `${day}-heating`, heating, day, true));
  return rows;
}

const usual = (parking: number): Appeals[] => [
  { topic: 'transport.parking', subdistrict: 'north-east', count: parking },
  { topic: 'housing.lifts', subdistrict: 'south-west', count: 12 },
];

/** April 2024, counted by hand in `test/engine/monthlyTopics.test.ts`. */
const april: Appeals[] = [
  { topic: 'transport.parking', subdistrict: 'north-east', count: 20, resolved: 12, each: 4 },
  { topic: 'transport.parking', subdistrict: 'north-west', count: 10, resolved: 6, each: 5 },
  { topic: 'transport.parking', subdistrict: 'south-east', count: 10, resolved: 6, each: 5 },
  { topic: 'housing.lifts', subdistrict: 'south-west', count: 12 },
];

const fileOf = (rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

/** The story of the candidates: 2021 to May 2024. */
export function candidatesFile(): string {
  const months = monthsFrom('2021-01', '2024-05').flatMap((month) => {
    if (month === '2024-04') return april.flatMap((appeals) => rowsOf(month, appeals));
    return usual(month === '2024-03' ? 24 : 8).flatMap((appeals) => rowsOf(month, appeals));
  });
  return fileOf([...everyDay('2021-01-01', '2024-05-31'), ...months]);
}

/** More about lifts in April 2024, as a later load brings them. */
export const laterFile = (): string =>
  fileOf(rowsOf('2024-04', { topic: 'housing.lifts', subdistrict: 'north-west', count: 100 }));

/** A ripple of −1, 0 or 1 that differs from topic to topic. */
const ripple = (topic: number, month: number): number => ((topic * 7 + month * (1 + (topic % 5))) % 3) - 1;

/**
 * The story of an effect: lifts fall from 20 a month to 8 from June 2023 on; each of the other topics has 14.
 * @param controls topics that nobody works on
 */
export function effectFile(controls: readonly string[]): string {
  const rows = monthsFrom('2021-01', '2024-05').flatMap((month, at) => {
    const level = month >= '2023-06' ? 8 : 20;
    const lifts = rowsOf(month, {
      topic: 'housing.lifts',
      subdistrict: 'south-west',
      count: level + ripple(0, at),
    });
    const others = controls.flatMap((topic, number) =>
      rowsOf(month, { topic, subdistrict: 'north-west', count: 14 + ripple(number + 1, at) }),
    );
    return [...lifts, ...others];
  });
  return fileOf([...everyDay('2021-01-01', '2024-05-31'), ...rows]);
}
