import fc from 'fast-check';
import { type KnownAppeal, ownWord } from './scoped-riverton.ts';

/** One try to see what one may not. */
export interface Attack {
  path: string;
  headers?: Record<string, string>;
}

/** What whoever attacks knows of what they may not see. */
export interface Target {
  /** Appeals outside of their scope. */
  outside: readonly KnownAppeal[];
  /** Cursors that were given to others. */
  cursors: readonly string[];
  /** ETags of answers that others got. */
  tags: readonly string[];
}

const hostile = [
  'merge(',
  'merge(currentDatabase(), appeal)',
  "north' OR 1=1 --",
  "south') UNION ALL SELECT text FROM appeal --",
  '{scope_0:String}',
  '__proto__',
  'constructor',
  'toString',
  'scope_0',
  '"; DROP TABLE appeal; --',
  '\u0000',
  '\\',
  '*',
  'south\u0000north',
  'ｓｏｕｔｈ',
  'SOUTH',
  ' south',
];

type Parameters = readonly (readonly string[])[];

const plain = {
  district: ['north', 'south', ''],
  unit: ['works', 'heating', ''],
  topic1: ['housing', 'transport'],
};

/** A value as it stands in an address, with escapes that mean nothing. */
const spelt = (value: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    value.replace(/[\\,]/g, '\\$&'),
    [...value].map((character) => `\\${character}`).join(''),
    `${value.replace(/[\\,]/g, '\\$&')}\\`,
  );

const clause = fc
  .tuple(
    fc.constantFrom('district', 'unit', 'topic1', 'subdistrict', 'excluded_reason', 'channel'),
    fc.constantFrom(':', ':!', ':\\!', ':!!', ':,', ':!,'),
    fc.array(fc.constantFrom(...Object.values(plain).flat(), ...hostile).chain(spelt), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([dimension, sign, values]) => ['where', `${dimension}${sign}${values.join(',')}`]);

/** What chooses appeals. */
const selection = ({ outside }: Target): fc.Arbitrary<Parameters> => {
  const one = fc.constantFrom(...outside);
  const inCell = one.map(({ cell }) => (cell ? [['where', `cell:${cell}`]] : [['where', 'cell:']]));
  const named = one.chain(({ id, text }) =>
    fc.constantFrom(
      [['id', id]],
      [['q', id]],
      [['q', ownWord(id)]],
      [['q', `"${text}"`]],
      [['q', text.slice(4, 9)]],
    ),
  );
  const contradicting = fc.constantFrom(
    [
      ['where', 'district:south'],
      ['where', 'district:north'],
    ],
    [
      ['where', 'district:south'],
      ['where', 'district:!north'],
    ],
    [['where', 'district:south,north,']],
    [['where', 'district:!']],
    [
      ['where', 'unit:!works'],
      ['where', 'unit:works'],
    ],
  );
  const days = fc.constantFrom([['from', '2023-07-27']], [['to', '2022-03-16']], [], []);
  const some = fc.oneof(fc.array(clause, { maxLength: 3 }), inCell, named, contradicting);
  return fc.tuple(some, days).map(([chosen, period]) => [...chosen, ...period]);
};

const without = (names: readonly string[], parameters: Parameters) =>
  parameters.filter(([name = '']) => !names.includes(name));

const address = (route: string, parameters: Parameters): string =>
  `/api/${route}?${new URLSearchParams(parameters.map(([name = '', value = '']) => [name, value]))}`;

const grouped = fc.constantFrom(
  '',
  'district',
  'unit',
  'subdistrict',
  'cell',
  'topic1,unit',
  'month,district',
  'due_state',
  'hour',
  ...hostile,
);
const scopeSent = fc.constantFrom(
  [],
  [],
  [['scope', 'published']],
  [['scope', 'everything']],
  [
    ['scope', 'published'],
    ['scope', 'own'],
  ],
  [['scope', '']],
);

const question = (target: Target): fc.Arbitrary<Parameters> =>
  fc
    .tuple(
      selection(target),
      grouped,
      scopeSent,
      fc.constantFrom(
        'appeals',
        'appeals,callers',
        'median_hours_to_close,appeals',
        'open,overdue',
        'merge(',
      ),
      fc.constantFrom([], [['compare', 'year']], [['resolution', '10']], [['limit', '1']]),
    )
    .map(([chosen, by, scope, metrics, more]) => [
      ...without(['id'], chosen),
      ['metrics', metrics],
      ...(by ? [['by', by]] : []),
      ...scope,
      ...more,
    ]);

const judgement = fc.constantFrom(
  ['hotspots', [['resolution', '9']]],
  ['hotspots', [['level', 'subdistrict']]],
  [
    'clusters',
    [
      ['resolution', '10'],
      ['step', 'month'],
    ],
  ],
  [
    'clusters',
    [
      ['level', 'district'],
      ['step', 'month'],
    ],
  ],
  ['rates', [['by', 'unit']]],
  ['rates', [['by', 'subdistrict']]],
  ['trend', []],
  ['alarms', [['as_of', '2023-06-01']]],
  ['change', [['by', 'district']]],
  ['findings', []],
  ['growth', [['rows', 'district']]],
  ['repeats', []],
  ['ripeness', []],
  ['backlog', [['step', 'week']]],
) as fc.Arbitrary<[string, Parameters]>;

/** Tries of every kind. */
export function anyAttack(target: Target): fc.Arbitrary<Attack> {
  const chosen = selection(target);
  const query = question(target).map((parameters) => ({ path: address('query', parameters) }));
  const together = fc.array(question(target), { minLength: 1, maxLength: 4 }).map((all) => ({
    path: address(
      'answers',
      all.map((parameters) => ['question', address('', parameters).slice('/api/?'.length)]),
    ),
  }));
  const records = fc
    .tuple(
      chosen,
      fc.option(
        fc.constantFrom(
          ...target.cursors,
          ...target.cursors.map((cursor) => `${cursor.slice(0, -3)}AAA`),
          'WzE3MDAwMDAwMDAsImEiXQ',
        ),
      ),
      fc.constantFrom([], [['order', 'due']], [['order', '-closed']]),
    )
    .map(([parameters, cursor, order]) => ({
      path: address('appeals', [
        ...parameters,
        ['limit', '1000'],
        ...order,
        ...(cursor === null ? [] : [['cursor', cursor]]),
      ]),
    }));
  const file = fc
    .tuple(
      chosen,
      fc.constantFrom('csv', 'ndjson', 'parquet', 'arrow', 'xlsx'),
      fc.constantFrom('export', 'export', 'export/about'),
    )
    .map(([parameters, format, route]) => ({ path: address(route, [...parameters, ['format', format]]) }));
  const judged = fc.tuple(judgement, chosen).map(([[route, own], parameters]) => ({
    path: address(route, [
      ...without(route === 'alarms' || route === 'backlog' ? ['id', 'from', 'to', 'q'] : ['id'], parameters),
      ...own,
    ]),
  }));
  const candidates = fc
    .constantFrom(...plain.district, ...hostile)
    .chain(spelt)
    .map((district) => ({
      path: address('monthly-topics/candidates', [
        ['month', '2023-06'],
        ['district', district],
      ]),
    }));
  const held = fc
    .tuple(
      fc.oneof(query, judged, candidates),
      fc.constantFrom(...target.tags, `W/${target.tags[0]}`, target.tags.join(', '), '*'),
    )
    .map(([{ path }, tag]) => ({ path, headers: { 'If-None-Match': tag } }));
  const related = fc.constantFrom(...target.outside).map(({ id }) => ({
    path: `/api/appeals/${encodeURIComponent(id)}/related`,
  }));
  const around = fc.constantFrom(
    { path: '/api/meta' },
    { path: '/api/health' },
    { path: '/api/areas?level=subdistrict' },
    {
      path: '/api/appeals?limit=3',
      headers: { 'X-Forwarded-User': 'leader', Authorization: 'Basic bGVhZGVyOg==' },
    },
    { path: '/api/query?metrics=appeals&scope=published&by=district' },
  );
  return fc.oneof(query, query, together, records, records, related, file, judged, candidates, held, around);
}
