import type { Findings } from '@hotline-atlas/model';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import type { Asked, FindingsState } from '../findings-asked.ts';
import { checkFindings } from '../findings-check.ts';
import { eventfulSql } from '../findings-riverton.ts';
import { storyFile } from '../findings-story.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let server: AtlasServer;
let told: Riverton;
let story: AtlasServer;

beforeAll(async () => {
  riverton = await openRiverton('findings');
  const { body } = await riverton.database.bytes({ sql: eventfulSql });
  await riverton.load([riverton.file('eventful.csv', body)]);
  server = await serveRiverton(riverton);
  told = await openRiverton('findings_story');
  await told.load([told.file('story.csv', storyFile())]);
  story = await serveRiverton(told);
});
afterAll(async () => {
  await Promise.all([server, story].map((each) => each.close()));
  await Promise.all([riverton, told].map((each) => each.close()));
});

/** Asks each address once. */
function asking(): Asked {
  const asked = new Map<string, Promise<unknown>>();
  return <Body>(path: string) => {
    const answer = asked.get(path) ?? server.json<unknown>(path);
    asked.set(path, answer);
    return answer as Promise<Body>;
  };
}

/** What is said, without what follows from it. */
const saidBy = ({ sentences, ask }: Findings) => ({
  sentences: sentences.map(({ kind, mark, text }) => [kind, mark, text.en, text.zh]),
  ask: ask.map(({ about, topic, mark, reason, where }) => [
    about.value,
    topic?.value ?? null,
    mark,
    reason.en,
    where,
  ]),
});

test('the story of November: sixteen a day, parking doubled, a third of the north displeased', async () => {
  const november = await story.json<Findings>('/api/findings');
  expect(november.meta.period).toEqual({ from: '2023-11-01', to: '2023-12-01' });
  expect(saidBy(november)).toEqual({
    sentences: [
      [
        'volume',
        'beyond_chance',
        '16.0 appeals a day, 33\u00a0% more than on like days of October (12.0 a day).',
        '日均诉求16.0件，较10月可比日（日均12.0件）上升33%。',
      ],
      [
        'mover',
        'beyond_chance',
        'Parking doubled to 240, in all 2 districts.',
        '停车类诉求翻番，达240件，2个区均上升。',
      ],
      [
        'outcome',
        'beyond_chance',
        'Satisfaction fell from 91.7 to 81.3\u00a0%: 90 of 480 not satisfied.',
        '总体满意率由91.7%降至81.3%：480件中90件不满意。',
      ],
    ],
    ask: [
      [
        ...['roads', 'transport.parking', 'beyond_chance', 'Parking rose from 120 to 240.'],
        ['topic2:transport.parking', 'unit:roads'],
      ],
      [
        ...['north', null, 'beyond_chance'],
        'Satisfaction in North fell from 90.0 to 75.0\u00a0%: 90 of 360 not satisfied.',
        ['district:north'],
      ],
    ],
  });
  const [volume, mover] = november.sentences;
  expect(volume?.detail.en).toMatch(
    /^33\u00a0% more than on like days of November 2022 \(12\.0 a day\); more than season and trend lead/,
  );
  expect(volume?.detail.zh).toContain('2023年11月共480件（30天）');
  expect(mover?.figures).toMatchObject([
    { name: 'moved', value: 240, before: 120, change: 120, change_share: 1, group: 'transport.parking' },
    { name: 'total', value: 240 },
    { name: 'areas', value: 2, denominator: 2 },
    { name: 'season', value: 0 },
  ]);
});

test('a month like all others: nothing moved, and nobody is asked', async () => {
  const october = await story.json<Findings>('/api/findings?from=2023-10-01&to=2023-11-01');
  expect(saidBy(october)).toEqual({
    sentences: [
      [
        ...[
          'volume',
          'chance',
          '12.0 appeals a day, as many as on like days of September (12.0 a day), within chance.',
        ],
        '日均诉求12.0件，与9月可比日（日均12.0件）持平，属正常波动。',
      ],
      ['mover', 'chance', 'None of 2 topics moved beyond chance.', '2类诉求的变化均属正常波动。'],
      [
        ...['outcome', 'chance', 'Satisfaction, resolution, closing on time: no change beyond chance.'],
        '满意率、解决率、按时办结率：均属正常波动。',
      ],
    ],
    ask: [],
  });
  expect(october.looked_at.en).toBe('Looked at: 2 topics for growth; 2 districts for falling rates.');
});

test('findings are of everything or of one place', async () => {
  for (const where of ['where=district:north,south', 'where=district:!north', 'where=channel:phone'])
    expect((await story.fetch(`/api/findings?${where}`)).status).toBe(400);
  const empty = await story.json<Findings>('/api/findings?where=unit:nobody');
  expect([empty.notice?.code, empty.sentences, empty.ask]).toEqual(['no_data', [], []]);
});

const seed = 20;
const states = 500;
const places = [null, 'district:north', 'topic1:housing', 'unit:works'];
/** December is not ripe; in August, May and March something swells; the first month has nothing before it. */
const periods = [
  ['2023-12-01', '2024-01-01'],
  ['2023-11-06', '2023-11-20'],
  ['2023-08-01', '2023-09-01'],
  ['2023-05-01', '2023-06-01'],
  ['2020-07-01', '2020-08-01'],
] as const;

const state: fc.Arbitrary<FindingsState> = fc
  .tuple(fc.constantFrom(...places), fc.constantFrom(...periods), fc.constantFrom('previous', 'year'))
  .map(([where, [from, to], compare]) => ({ where, from, to, compare }));

/** What is said of these states at least once: a kind with its mark. */
const saidAtLeastOnce = [
  ...['volume beyond_chance', 'volume chance', 'volume too_few'],
  ...[
    'mover beyond_chance',
    'mover chance',
    'outcome beyond_chance',
    'outcome provisional',
    'outcome chance',
  ],
  ...['ask beyond_chance', 'ask late'],
];

test(`${states} random states: no sentence disagrees with the answers of the API`, {
  timeout: 900_000,
}, async () => {
  const ask = asking();
  const said = new Set<string>();
  // States that are drawn again are answered from what was asked before.
  for (const each of fc.sample(state, { seed, numRuns: states })) {
    const { sentences, ask: asks } = await checkFindings(each, ask);
    for (const { kind, mark } of sentences) said.add(`${kind} ${mark}`);
    for (const { mark, where } of asks)
      said.add(`ask ${mark}`).add(where.includes('due_state:overdue') ? 'ask late' : '');
  }
  for (const one of saidAtLeastOnce) expect(said).toContain(one);
});
