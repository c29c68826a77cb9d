import {
  changeGroupings,
  changeMetrics,
  encodeSelection,
  type Query,
  rateGroupings,
  rateMetrics,
  ripeningOf,
} from '@hotline-atlas/model';
import fc from 'fast-check';
import { selectionsOf } from '../../random-questions.ts';
import type { RecordedRequest } from './request.ts';
import type { RecordedSubject } from './subject.ts';

/** Values of each parameter; null: the parameter is left out. */
type Choices = Record<string, readonly (string | null)[]>;

const places = { level: [null, 'cell', 'subdistrict', 'district'], resolution: [null, '7', '8'] };

/** How many of each judgement are recorded, and with which parameters. */
const judgements: Record<string, { count: number; choices: Choices }> = {
  hotspots: {
    count: 60,
    choices: {
      ...places,
      step: [null, 'week', 'quarter'],
      measure: [null, 'problems'],
      expected: [null, 'even', 'residents', 'appeals', 'usual'],
      format: [null, null, null, 'csv'],
    },
  },
  clusters: {
    count: 40,
    choices: {
      ...places,
      step: [null, 'day', 'month'],
      longest: [null, '4', '12'],
      widest: [null, '0.05', '0.3'],
      alive: [null, 'latest'],
      limit: [null, '1', '20'],
    },
  },
  rates: {
    count: 80,
    choices: {
      metric: [null, ...rateMetrics],
      by: [null, ...rateGroupings],
      expected: [null, null, 'mean', 'topics'],
      format: [null, null, null, 'csv'],
    },
  },
  trend: {
    count: 80,
    choices: {
      metric: [
        null,
        null,
        'closed',
        'resolution_rate',
        'on_time_rate',
        'satisfaction_rate',
        'enterprise_share',
      ],
      grain: [null, 'week', 'day'],
      horizon: [null, '0', '6', '40'],
      regimes: [null, 'keep'],
    },
  },
  change: {
    count: 80,
    choices: {
      metric: [null, null, ...changeMetrics],
      compare: [null, 'previous', 'year'],
      by: [null, ...changeGroupings],
      level: [null, '0.01', '0.2'],
      format: [null, null, null, 'csv'],
    },
  },
  ripeness: {
    count: 40,
    choices: { metric: [null, ...Object.keys(ripeningOf)], grain: [null, 'week', 'quarter', 'year'] },
  },
};

const choice = (choices: Choices): fc.Arbitrary<[string, string][]> =>
  fc
    .record(
      Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, fc.constantFrom(...values)])),
    )
    .map((chosen) =>
      Object.entries(chosen).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );

const addresses = (name: string, asked: fc.Arbitrary<URLSearchParams>, count: number, seed: number) =>
  fc
    .sample(asked, { numRuns: count, seed })
    .map((parameters): RecordedRequest => ({ kind: name, path: `${name}?${parameters}` }));

const watched = ['district', 'subdistrict', 'topic1', 'topic2', 'topic3'];

/** Alarms have no period, but a day. */
function alarmRequests(subject: RecordedSubject, seed: number): RecordedRequest[] {
  const days = subject.months.slice(-14).map((month) => `${month.slice(0, 8)}11`);
  const asked = fc
    .tuple(
      selectionsOf(subject),
      choice({
        as_of: [null, ...days],
        watch: [null, 'week'],
        level: [null, '0.01', '0.2'],
        limit: [null, '5', '500'],
      }),
    )
    .map(([{ where }, chosen]) => {
      const seen = where.filter(({ dimension }) => watched.includes(dimension));
      return new URLSearchParams([...encodeSelection({ where: seen, withoutRegimes: [] }), ...chosen]);
    });
  return addresses('alarms', asked, 60, seed);
}

/** Every judgement with parameters of every kind. */
export function judgementRequests(subject: RecordedSubject, seed: number): RecordedRequest[] {
  const selection: fc.Arbitrary<Pick<Query, 'where' | 'withoutRegimes' | 'from' | 'to'>> =
    selectionsOf(subject);
  const others = Object.entries(judgements).flatMap(([name, { count, choices }]) =>
    addresses(
      name,
      fc
        .tuple(selection, choice(choices))
        .map(([selected, chosen]) => new URLSearchParams([...encodeSelection(selected), ...chosen])),
      count,
      seed,
    ),
  );
  return [...others, ...alarmRequests(subject, seed)];
}
