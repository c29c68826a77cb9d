import { createHash } from 'node:crypto';
import { anyone, type Person } from '@hotline-atlas/access';
import { createApp, listen } from '@hotline-atlas/api';
import type { City } from '@hotline-atlas/city';
import type {
  MonthlyTopic,
  MonthlyTopicCandidates,
  MonthlyTopicEffect,
  MonthlyTopicHistory,
  MonthlyTopics,
  Permission,
} from '@hotline-atlas/model';
import * as wire from '@hotline-atlas/model/wire';
import { scopedTo } from '@hotline-atlas/query/testing';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { candidatesFile, effectFile, laterFile } from '../monthly-topics-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';
import { recorded } from '../scoped-riverton.ts';
import { openAccounts, signedIn } from '../signed-in.ts';

const person = (name: string, may: readonly Permission[], rest: Partial<Person> = {}): Person => ({
  ...anyone,
  name,
  may: new Set(may),
  ...rest,
});
const people: Record<string, Person> = {
  eva: person('eva', ['evaluate']),
  lin: person('lin', []),
  nora: person('nora', ['object'], { scope: scopedTo(['north'], { published: ['district', 'month'] }) }),
};

let riverton: Riverton;
let store: TestStore;
let server: AtlasServer;
beforeAll(async () => {
  [riverton, store] = await Promise.all([openRiverton('monthly_topics'), openTestStore()]);
  await riverton.load([riverton.file('story.csv', candidatesFile())]);
  server = await serveRiverton(riverton, {
    store,
    personOf: (request) => people[request.get('x-who') ?? ''] ?? anyone,
  });
});
afterAll(async () => {
  await server.close();
  await riverton.close();
  await store.close();
});

/** Asks, with a body or without; the status, and what was answered. */
async function send<Body>(who: string, method: string, path: string, body?: unknown) {
  const response = await fetch(`${server.url}/api/monthly-topics${path}`, {
    method,
    headers: { 'x-who': who, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
}

const candidates = async (parameters: string, who = 'eva') =>
  (await send<MonthlyTopicCandidates>(who, 'GET', `/candidates?${parameters}`)).body;

const named = (answer: MonthlyTopicCandidates, topic: string) => {
  const found = answer.topics.find((each) => each.topic === topic);
  if (!found) throw new Error(`${topic} is no candidate`);
  return found;
};

test('a list that is asked for by what it does not know is refused', async () => {
  expect((await send('eva', 'GET', '?month=2024-04')).status).toBe(400);
});

describe('candidates of April 2024, counted by hand', () => {
  const month = 'month=2024-04';

  test('each number with what it is made of', async () => {
    const answer = await candidates(month);
    expect(wire.monthlyTopicCandidates.safeParse(answer).error).toBeUndefined();
    // 30 about heating, 40 about parking, 12 about lifts; 12 + 6 + 6 of the 40 are solved, all others are.
    expect(answer.whole).toMatchObject({
      appeals: 82,
      subdistricts: 4,
      resolution: { numerator: 66, denominator: 82 },
    });
    const parking = named(answer, 'transport.parking');
    expect(parking).toMatchObject({
      topic1: 'transport',
      volume: { appeals: 40, share: 0.4878 },
      // Five callers of four, two of five, two of five: 40 appeals of 9 callers.
      repeats: { numerator: 31, denominator: 40, rate: 0.775 },
      // 40² ÷ (20² + 10² + 10²)
      spread: { located: 40, subdistricts: 3, of: 4, effective: 2.67 },
      resolution: { numerator: 24, denominator: 40, rate: 0.6, difference: -0.20488, mark: 'beyond_chance' },
      // Eight a month of 2021 to 2023, 24 in March 2024.
      persistence: { above: 2, run: 2, since: '2024-03' },
    });
    expect(parking.spread.largest).toEqual({ subdistrict: 'north-east', appeals: 20, share: 0.5 });
    expect(parking.growth).toMatchObject({ now: 40, mark: 'beyond_chance' });
    expect(parking.growth?.before).toBeCloseTo(8, 0);
    expect(named(answer, 'housing.lifts')).toMatchObject({
      volume: { appeals: 12 },
      spread: { subdistricts: 1, effective: 1 },
      repeats: { numerator: 0, denominator: 12 },
      season: { known: false, peak: null, in_season: null },
      persistence: { above: 0, run: 0, since: null },
    });
  });

  test('whoever asks chooses the order, and in what topics are compared', async () => {
    const order = async (parameters: string) =>
      (await candidates(`${month}&${parameters}`)).topics.map(({ topic }) => topic);
    expect(await order('order=volume')).toEqual(['transport.parking', 'housing.heating', 'housing.lifts']);
    expect(await order('order=spread')).toEqual(['transport.parking', 'housing.heating', 'housing.lifts']);
    expect((await order('order=resolution'))[0]).toBe('transport.parking');
    const marked = async (criteria: string) =>
      (await candidates(`${month}&criteria=${criteria}`)).topics
        .filter(({ undominated }) => undominated)
        .map(({ topic }) => topic);
    expect(await marked('volume,growth')).toEqual(['transport.parking']);
    const { topics } = await candidates(`${month}&level=topic3`);
    expect(topics.every(({ topic2 }) => topic2 !== '')).toBe(true);
  });

  test('a year that is a regime is passed over', async () => {
    const { meta } = await candidates('month=2024-02');
    expect(meta.compared.year).toEqual({ from: '2022-02-01', to: '2022-03-01' });
    expect((await candidates('month=2023-03')).meta.compared.previous).toBeNull();
  });

  test('an official gets the candidates of the own district, whatever is asked', async () => {
    const own = await candidates(month, 'nora');
    expect(own.topics.map(({ topic, volume }) => [topic, volume.appeals])).toEqual([
      ['housing.heating', 30],
      ['transport.parking', 30],
    ]);
    expect(named(own, 'transport.parking').spread).toMatchObject({ subdistricts: 2, of: 2 });
    expect(own.meta.rows_read).toBeNull();
    const south = await candidates(`${month}&district=south`, 'nora');
    expect([south.topics, south.whole.appeals]).toEqual([[], 0]);
    const asked = await candidates(`${month}&district=south`);
    expect(asked.topics.map(({ topic }) => topic)).toEqual(['housing.lifts', 'transport.parking']);
  });

  test('a month takes five statements, one of them on callers', async () => {
    const { database, statements } = recorded(riverton.database);
    const own = await serveRiverton({ database, city: riverton.city }, { store });
    await own.json(`/api/monthly-topics/candidates?${month}`);
    const before = statements.length;
    await own.json(`/api/monthly-topics/candidates?${month}&order=season`);
    const asked = statements.slice(before).filter(({ sql }) => sql.includes(' AS source'));
    await own.close();
    expect(asked.length).toBe(5);
    expect(asked.filter(({ sql }) => sql.includes('source.caller')).length).toBe(1);
  });

  test('what is wrong says what there is', async () => {
    for (const wrong of ['month=2024-13', 'level=topic1', 'order=score', 'criteria=season', 'score=1'])
      expect((await send('eva', 'GET', `/candidates?${wrong}`)).status, wrong).toBe(400);
    expect((await candidates('month=2030-01')).notice?.code).toBe('no_days');
  });
});

const lifts = {
  month: '2024-04',
  title: { en: 'Lifts that stand still', zh: '电梯停运' },
  level: 'topic2',
  topics: ['housing.lifts'],
  area: null,
  lead: 'works',
  taking_part: ['heating-works'],
  tasks: [{ text: 'Count the lifts', unit: 'works', due: '2024-06-01', state: 'open', done: null }],
  picked_on: '2024-05-02',
  work_from: '2024-06-01',
  work_to: '2024-09-01',
  review_on: '2024-10-01',
  state: 'picked',
} as const;

const make = async (content: object) => (await send<MonthlyTopic>('eva', 'POST', '', content)).body;

describe('a topic of the month', () => {
  test('only who evaluates writes, and whoever sees data reads', async () => {
    const topic = await make(lifts);
    expect(wire.monthlyTopic.safeParse(topic).error).toBeUndefined();
    expect(topic).toMatchObject({ ...lifts, revision: 1, created_by: 'eva', frozen: null, candidates: null });
    for (const who of ['lin', 'nora']) {
      expect((await send(who, 'POST', '', lifts)).status).toBe(403);
      expect((await send(who, 'PUT', `/${topic.id}`, { ...lifts, revision: 1 })).status).toBe(403);
      expect((await send(who, 'DELETE', `/${topic.id}`)).status).toBe(403);
      expect((await send<MonthlyTopic>(who, 'GET', `/${topic.id}`)).body.title).toEqual(lifts.title);
      const { body } = await send<MonthlyTopics>(who, 'GET', '');
      expect(body.topics.map(({ id }) => id)).toContain(topic.id);
    }
    expect((await send('eva', 'DELETE', `/${topic.id}`)).status).toBe(204);
    expect((await send('eva', 'GET', `/${topic.id}`)).status).toBe(404);
  });

  test('freezing keeps the candidates as they are, under a hash, whatever is loaded later', async () => {
    const { id } = await make(lifts);
    const freeze = { ...lifts, state: 'frozen', revision: 1 };
    const frozen = (await send<MonthlyTopic>('eva', 'PUT', `/${id}`, freeze)).body;
    expect(frozen).toMatchObject({
      state: 'frozen',
      revision: 2,
      intact: true,
      frozen: { who: 'eva', version: 1 },
    });
    const kept = await store.database
      .selectFrom('monthly_topic_frozen')
      .selectAll()
      .where('monthly_topic', '=', id)
      .executeTakeFirstOrThrow();
    expect(createHash('sha256').update(kept.candidates).digest('hex')).toBe(frozen.frozen?.hash);

    await riverton.load([riverton.file('later.csv', laterFile())]);
    expect(named(await candidates('month=2024-04'), 'housing.lifts').volume.appeals).toBe(112);
    const { body } = await send<MonthlyTopic>('lin', 'GET', `/${id}`);
    expect(body.candidates && named(body.candidates, 'housing.lifts').volume.appeals).toBe(12);
    const official = (await send<MonthlyTopic>('nora', 'GET', `/${id}`)).body;
    expect([official.candidates, official.frozen?.hash]).toEqual([null, frozen.frozen?.hash]);

    const changed = store.database
      .updateTable('monthly_topic_frozen')
      .set({ candidates: '{}' } as never)
      .execute();
    await expect(changed).rejects.toThrow(/append-only/);
    expect((await send('eva', 'DELETE', `/${id}`)).status).toBe(409);
    const other = { ...freeze, topics: ['transport.parking'], revision: 2 };
    expect((await send<{ detail: string }>('eva', 'PUT', `/${id}`, other)).body.detail).toContain('topics');
  });

  test('states follow one another, and a stale revision is refused with the one there is', async () => {
    const { id } = await make({ ...lifts, state: 'candidate' });
    const put = (state: string, revision: number) =>
      send<{ revision?: number }>('eva', 'PUT', `/${id}`, { ...lifts, state, revision });
    expect((await put('frozen', 1)).status).toBe(409);
    expect((await put('picked', 1)).status).toBe(200);
    expect(await put('picked', 1)).toMatchObject({ status: 409, body: { revision: 2 } });
    for (const [at, state] of ['frozen', 'under_way', 'reviewed'].entries())
      expect((await put(state, 2 + at)).status, state).toBe(200);
    expect((await put('picked', 5)).status).toBe(409);
    const { body } = await send<MonthlyTopicHistory>('lin', 'GET', `/${id}/history`);
    expect(wire.monthlyTopicHistory.safeParse(body).error).toBeUndefined();
    expect(body.revisions.map(({ change, content }) => [change, content.state])).toEqual([
      ['changed', 'reviewed'],
      ['changed', 'under_way'],
      ['frozen', 'frozen'],
      ['changed', 'picked'],
      ['created', 'candidate'],
    ]);
  });

  test('what is changed is in the audit, with who did it', async () => {
    const access = await openAccounts(store, riverton.city);
    const headers = await signedIn(access, 'anna', 'evaluator');
    const { database, city } = riverton;
    const audited = await listen(createApp({ database, city, store, access, log: () => undefined }), 0);
    const answer = await fetch(`${audited.url}/api/monthly-topics`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(lifts),
    });
    const { id } = (await answer.json()) as MonthlyTopic;
    await audited.close();
    const { entries } = await access.audit.read({ event: 'monthly-topic-changed', limit: 1 });
    expect(entries).toMatchObject([
      { who: 'anna', subject: id, detail: { change: 'created', revision: 1, state: 'picked' } },
    ]);
  });

  test('two who freeze at once keep one set of candidates', async () => {
    const { id } = await make(lifts);
    const freeze = { ...lifts, state: 'frozen', revision: 1 };
    const all = await Promise.all([1, 2, 3].map(() => send('eva', 'PUT', `/${id}`, freeze)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('an official learns nothing of a topic in another district', async () => {
    const { id } = await make({ ...lifts, area: { level: 'district', code: 'south' } });
    const own = await make({ ...lifts, area: { level: 'district', code: 'north' } });
    await send('eva', 'PUT', `/${own.id}`, { ...lifts, area: own.area, state: 'frozen', revision: 1 });
    for (const path of [`/${id}`, `/${id}/history`, `/${id}/effect`])
      expect((await send('nora', 'GET', path)).status, path).toBe(404);
    const { body } = await send<MonthlyTopics>('nora', 'GET', '');
    expect(body.topics.map((topic) => topic.id)).not.toContain(id);
    expect(body.topics.map((topic) => topic.id)).toContain(own.id);
    // Frozen of the own district: all its figures are theirs.
    const told = (await send<MonthlyTopic>('nora', 'GET', `/${own.id}`)).body;
    expect(told.candidates?.meta.district).toBe('north');
  });

  test.each([
    [{ topics: [] }, 'topics'],
    [{ topics: ['housing.lifts', 'housing.lifts'] }, 'topics'],
    [{ title: { en: 'Lifts' } }, 'title'],
    [{ month: '2024-4' }, 'month'],
    [{ topics: ['housing'] }, 'topics'],
    [{ work_to: '2024-05-01' }, 'work_to'],
    [{ review_on: '2024-06-01' }, 'review_on'],
    [{ tasks: [{ text: 'x', done: '2024-06-01' }] }, 'tasks'],
    [{ score: 1 }, 'score'],
  ])('%j is refused, naming the field', async (wrong, field) => {
    const { status, body } = await send<{ parameter: string }>('eva', 'POST', '', { ...lifts, ...wrong });
    expect([status, body.parameter]).toEqual([400, field]);
  });
});

describe('the effect of the work on lifts', () => {
  const controls = Array.from({ length: 22 }, (_, at) => `transport.control${at}`);
  let own: Riverton;
  let serving: AtlasServer;
  beforeAll(async () => {
    const topics = controls.map((code) => ({
      ...{ code, level: 2 as const, parent: 'transport', label: { en: code, zh: code } },
    }));
    const city: City = { ...riverton.city, topics: [...riverton.city.topics, ...topics] };
    own = await openRiverton('monthly_topic_effect', city);
    await own.load([own.file('effect.csv', effectFile(controls))]);
    serving = await serveRiverton(own, {
      store,
      personOf: (request) => people[request.get('x-who') ?? ''] ?? anyone,
    });
  });
  afterAll(async () => {
    await serving.close();
    await own.close();
  });

  const effectOf = async (content: object, measure = 'appeals', who = 'eva') => {
    const { id } = await make({ ...lifts, work_to: null, review_on: null, ...content });
    const answer = await serving.fetch(`/api/monthly-topics/${id}/effect?measure=${measure}`, {
      'x-who': who,
    });
    await send('eva', 'DELETE', `/${id}`);
    return (await answer.json()) as MonthlyTopicEffect;
  };

  test('a fall from 20 to 8 a month is told by both methods, and no placebo shows as much', async () => {
    const answer = await effectOf({ work_from: '2023-06-01' });
    expect(wire.monthlyTopicEffect.safeParse(answer).error).toBeUndefined();
    const { meta, synthetic, difference_in_differences: difference, series } = answer;
    expect(answer).toMatchObject({ verdict: 'changed', obstacle: null });
    // 29 months before, less February 2023; 12 since.
    expect(meta).toMatchObject({ months_before: 28, months_after: 12, used: 23 });
    expect(meta.left_out).toEqual([{ month: '2023-02', why: 'regime' }]);
    // (8 + ½) ÷ (20 + ½) − 1 = −0.585, by hand.
    for (const each of [synthetic, difference]) {
      expect(Math.abs((each?.effect ?? 0) + 0.585)).toBeLessThan(0.04);
      expect(each?.p).toBeCloseTo(1 / (1 + (each?.placebos ?? 0)), 3);
      expect(each?.upper).toBeLessThan(0);
    }
    expect(Math.abs((synthetic?.difference ?? 0) + 12 * 12)).toBeLessThan(15);
    expect((synthetic?.weights ?? []).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 2);
    expect(series.after.filter(Boolean)).toHaveLength(12);
    expect(answer.placebo_in_time).toMatchObject({ months: 4 });
    expect(answer.placebo_in_time?.p).toBeGreaterThan(0.05);
  });

  test('where nothing can be said it says why', async () => {
    const why = async (content: object, measure?: string) => {
      const { verdict, obstacle } = await effectOf(content, measure);
      return [verdict, obstacle?.code];
    };
    expect(await why({ work_from: null })).toEqual(['cannot_say', 'not_begun']);
    expect(await why({ work_from: '2025-01-01' })).toEqual(['cannot_say', 'not_begun']);
    expect(await why({ work_from: '2022-06-01' })).toEqual(['cannot_say', 'short_before']);
    expect(await why({ topics: ['housing.heating.cold'], level: 'topic3', work_from: '2023-06-01' })).toEqual(
      ['cannot_say', 'too_few'],
    );
    const area = { level: 'district', code: 'south' };
    expect(await why({ area, work_from: '2023-06-01' })).toEqual(['cannot_say', 'few_controls']);
    // The fall came half a year before the work that is told of.
    expect(await why({ work_from: '2024-01-01' })).toEqual(['cannot_say', 'moved_before']);
  });

  test('topics that are worked on themselves are no controls', async () => {
    const other = await make({
      ...lifts,
      topics: controls.slice(0, 3),
      work_from: '2023-06-01',
      work_to: null,
    });
    const { meta } = await effectOf({ work_from: '2023-06-01' });
    expect(meta.used).toBe(20);
    await send('eva', 'DELETE', `/${other.id}`);
  });

  test('an official gets an effect within the own district alone', async () => {
    const answer = await effectOf({ work_from: '2023-06-01' }, 'appeals', 'nora');
    // All about lifts is of the south.
    expect([answer.verdict, answer.obstacle?.code]).toEqual(['cannot_say', 'too_few']);
    expect(answer.series.actual.every((count) => count === 0)).toBe(true);
  });
});
