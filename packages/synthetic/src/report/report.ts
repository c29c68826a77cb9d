import type { City } from '@hotline-atlas/city';
import type { Database } from '@hotline-atlas/clickhouse';
import type { LocalDate } from '@hotline-atlas/model';
import { type Calibration, readCalibration } from '../calibration.ts';
import { beginningOf, endOf, type Month } from '../plan/calendar.ts';
import { type Made, readMade } from './made.ts';
import { between, inYear, questionsOf, scaleOf, type Wanted } from './sums.ts';

/** A published figure beside the one that came about. */
export interface ReportLine {
  what: string;
  /** Null: nothing is published, and what was made is this project's assumption. */
  published: number | null;
  made: number;
  unit: 'million' | 'thousand' | 'per cent' | 'ratio' | 'orders';
}

function volumeLines(made: Made, calibration: Calibration, scale: number): ReportLine[] {
  const { published } = calibration;
  const { sum, share, coversYear, covers } = questionsOf(made);
  const received = Object.entries(published.received)
    .filter(([year]) => coversYear(year))
    .map(([year, { millions }]): ReportLine => {
      return {
        what: `received ${year}`,
        published: millions,
        made: scale * sum('appeals', inYear(year)),
        unit: 'million',
      };
    });
  const years = [...new Set(made.sums.map(({ month }) => month.slice(0, 4)))].sort();
  const continued = years
    .filter((year) => coversYear(year) && !(year in published.received))
    .map((year): ReportLine => {
      const made = scale * sum('appeals', inYear(year));
      return { what: `received ${year}, continued`, published: null, made, unit: 'million' };
    });
  const dispatched = Object.entries(published.dispatched)
    .filter(([year]) => coversYear(year))
    .map(([year, { share: wanted }]): ReportLine => {
      const made = share('dispatched', 'appeals', inYear(year));
      return { what: `dispatched ${year}`, published: 100 * wanted, made, unit: 'per cent' };
    });
  const span = between('2019-01', '2021-12');
  const consultations: ReportLine[] = covers('2019-01', '2021-12')
    ? [
        {
          what: 'consultations Jan 2019–Nov 2021',
          published: 58.5,
          made: share('consultations', 'appeals', span),
          unit: 'per cent',
        },
      ]
    : [];
  return [...received, ...continued, ...dispatched, ...consultations];
}

function rateLines(made: Made, { published }: Calibration): ReportLine[] {
  const { share, covers } = questionsOf(made);
  return published.rates
    .filter(({ from, to }) => covers(from, to))
    .flatMap(({ from, to, resolution, satisfaction, source }): ReportLine[] => {
      const span = between(from, to);
      const of = (rate: string) => `${rate} from ${from} to before ${to} (${source})`;
      const [resolved, satisfied] = [
        share('resolved', 'resolutionAsked', span),
        share('satisfied', 'satisfactionAsked', span),
      ];
      return [
        { what: of('resolution'), published: 100 * resolution, made: resolved, unit: 'per cent' },
        { what: of('satisfaction'), published: 100 * satisfaction, made: satisfied, unit: 'per cent' },
      ];
    });
}

function topicLines(made: Made, { published, topics }: Calibration): ReportLine[] {
  const { sum, share, coversYear } = questionsOf(made);
  if (!coversYear(2020)) return [];
  const all = sum('appeals', inYear(2020));
  const codeOf = (name: string) =>
    Object.entries(topics.topics).find(([, topic]) => topic.published === name)?.[0] ?? '';
  const shares = Object.entries(published.topics_2020).map(([name, wanted]): ReportLine => {
    const ofTopic: Wanted = (each) => inYear(2020)(each) && each.topic === codeOf(name);
    return {
      what: `${name} 2020`,
      published: wanted,
      made: (100 * sum('appeals', ofTopic)) / all,
      unit: 'per cent',
    };
  });
  const epidemic: Wanted = (each) => inYear(2020)(each) && each.topic === codeOf('epidemic_control');
  const { resolution, satisfaction } = published.epidemic_rates;
  const resolved = share('resolved', 'resolutionAsked', epidemic);
  const satisfied = share('satisfied', 'satisfactionAsked', epidemic);
  return [
    ...shares,
    { what: 'epidemic resolution 2020', published: 100 * resolution, made: resolved, unit: 'per cent' },
    { what: 'epidemic satisfaction 2020', published: 100 * satisfaction, made: satisfied, unit: 'per cent' },
  ];
}

function channelLines(made: Made, { published }: Calibration, scale: number): ReportLine[] {
  const { sum, share, covers, coversYear } = questionsOf(made);
  const phone = Object.entries(published.phone)
    .filter(([year]) => coversYear(year))
    .map(([year, wanted]): ReportLine => {
      const made = share('phone', 'appeals', inYear(year));
      return { what: `phone ${year}`, published: 100 * wanted, made, unit: 'per cent' };
    });
  const enterprises = published.enterprises
    .filter(({ from, to }) => covers(from, to))
    .map(({ from, to, appeals }): ReportLine => {
      const made = 1000 * scale * sum('enterprises', between(from, to));
      return {
        what: `enterprises from ${from} to before ${to}`,
        published: appeals / 1000,
        made,
        unit: 'thousand',
      };
    });
  return [...phone, ...enterprises];
}

/** Districts relative to the largest: only some of the 2.52 M orders of 2019 are published by district. */
function districtLines(made: Made, { published }: Calibration): ReportLine[] {
  if (!questionsOf(made).coversYear(2019)) return [];
  const entries = Object.entries(published.district_orders).sort(([, a], [, b]) => b - a);
  const [largest, most = 1] = entries[0] ?? [];
  const ordersOf = (code: string | undefined) =>
    made.districtOrders.find(({ year, district }) => year === 2019 && district === code)?.orders ?? 0;
  return entries.slice(1).map(([code, orders]): ReportLine => {
    const what = `orders 2019 of ${code}, relative to ${largest}`;
    return { what, published: orders / most, made: ordersOf(code) / ordersOf(largest), unit: 'ratio' };
  });
}

function callerLines(made: Made, { published }: Calibration): ReportLine[] {
  const { sum, coversYear } = questionsOf(made);
  const perAppeal = made.callers
    .filter(({ year }) => coversYear(year) && published.callers[year] && published.received[year])
    .map(({ year, callers }): ReportLine => {
      const wanted = (published.callers[year] ?? 0) / (published.received[year]?.millions ?? 1);
      const made = callers / sum('appeals', inYear(year));
      return { what: `different callers an appeal ${year}`, published: wanted, made, unit: 'ratio' };
    });
  const first = made.callers.find(({ year }) => year === 2019)?.callers;
  if (!first || !coversYear(2021)) return perAppeal;
  const wanted = (published.callers.all_three_years ?? 0) / (published.callers[2019] ?? 1);
  const lasting = made.lastingCallers / first;
  return [
    ...perAppeal,
    {
      what: 'callers of 2019 who also called in 2020 and 2021',
      published: wanted,
      made: lasting,
      unit: 'ratio',
    },
  ];
}

function otherLines(made: Made): ReportLine[] {
  const { share, sum } = questionsOf(made);
  const always: Wanted = () => true;
  const line = (what: string, made: number): ReportLine => ({
    what,
    published: null,
    made,
    unit: 'per cent',
  });
  return [
    line('response rate', share('contacted', 'contactAsked', always)),
    line('closed in time', share('onTime', 'due', always)),
    line('orders excluded from evaluation', share('excluded', 'dispatched', always)),
    line('open at the end, of orders', share('open', 'dispatched', always)),
    line('overdue, of open orders', share('overdue', 'open', always)),
    line('reopened, of open orders', share('reopened', 'open', always)),
    { what: 'open at the end', published: null, made: sum('open', always), unit: 'orders' },
    line('not located', share('notLocated', 'appeals', always)),
  ];
}

export interface ReportOptions {
  database: Database;
  city: City;
  /** Files of `synthesize`. */
  files: readonly string[];
  /** First month or day that is not in them. */
  to: Month | LocalDate;
}

/** Compares what stands in synthetic files with the published figures it was calibrated to. */
export async function report({ database, city, files, to }: ReportOptions): Promise<ReportLine[]> {
  const calibration = readCalibration();
  const made = await readMade(database, city, files, beginningOf(endOf(to), city.time_zone));
  const scale = scaleOf(made, calibration);
  return [
    ...volumeLines(made, calibration, scale),
    ...channelLines(made, calibration, scale),
    ...topicLines(made, calibration),
    ...districtLines(made, calibration),
    ...callerLines(made, calibration),
    ...rateLines(made, calibration),
    ...otherLines(made),
  ];
}

/** The comparison as a table of text. */
export function printReport(lines: readonly ReportLine[]): string {
  const width = Math.max(...lines.map(({ what }) => what.length));
  const figure = (value: number | null) => (value === null ? 'assumed' : value.toFixed(3)).padStart(11);
  const rows = lines.map(
    ({ what, published, made, unit }) =>
      `${what.padEnd(width)} ${figure(published)} ${figure(made)}  ${unit}`,
  );
  const head = `${'Made up, beside what is published'.padEnd(width)} ${'published'.padStart(11)} ${'made'.padStart(11)}`;
  return `${[head, ...rows].join('\n')}\n`;
}
