import { anyone, type Person } from '@hotline-atlas/access';
import type { Evaluation, EvaluationMonth, Objection, Objections, Problem } from '@hotline-atlas/model';
import * as wire from '@hotline-atlas/model/wire';
import { scopedTo } from '@hotline-atlas/query/testing';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtlasServer, serveRiverton } from '../atlas-server.ts';
import { storyFile } from '../evaluated-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

/*
 * Two districts, four subdistricts, three months; everything below is computed by hand from the table of
 * orders in test/evaluated-riverton.ts. Cells are numerator/denominator → points.
 *
 * January, by the first rules: response 20, resolution 40, satisfaction 40; every exclusion counts.
 *   north-east   10/10 → 20   8/10 → 32   6/10 → 24   = 76   2 of 12 excluded (duplicate)
 *   north-west    9/10 → 18   9/10 → 36   7/10 → 28   = 82
 *   south-east   10/10 → 20   8/10 → 32   6/10 → 24   = 76   a tie with north-east: 1, 2, 2
 *   south-west    0/0                                         8 orders of which nobody was asked: no score
 *
 * February, by the first rules.
 *   north-east   12/12 → 20  10/12 → 33.33  8/12 → 26.67 = 80   8 of 20 excluded (withdrawn)
 *   north-west    9/10 → 18   8/10 → 32     7/10 → 28    = 78
 *   south-east    4/4                                            four are too few (5)
 *   south-west   10/10 → 20  10/10 → 40     9/10 → 36    = 96
 *
 * March, by the second rules: resolution 60, satisfaction 30, on time 10; only duplicates are out of the base.
 *   north-east    9/12 → 45   8/12 → 20   9/12 → 7.5  = 72.5  2 of 14 out (duplicate), 2 withdrawn are in
 *   north-west    9/10 → 54   9/10 → 27  10/10 → 10   = 91
 *   south-east    9/10 → 54   9/10 → 27  10/10 → 10   = 91    a tie: 1, 1, 3, 4
 *   south-west    6/10 → 36   5/10 → 15   5/10 → 5    = 56
 *   north        18/22 → 49.09  17/22 → 23.18  19/22 → 8.64 = 80.91
 *   south        15/20 → 45     14/20 → 21     15/20 → 7.5  = 73.5
 *
 * March, after four objections:
 *   upheld, excluded: order 9 of north-east, neither resolved nor satisfied, and late
 *   upheld, corrected: order 506 of south-west, resolved and satisfied: yes
 *   upheld, corrected: order 409 of south-east, satisfied: not asked
 *   rejected: order 309 of north-west
 *
 *   north-east    9/11 → 49.09  8/11 → 21.82  9/11 → 8.18 = 79.09   base 12 → 11
 *   north-west    9/10 → 54     9/10 → 27    10/10 → 10   = 91
 *   south-east    9/10 → 54      9/9 → 30    10/10 → 10   = 94      no tie any more
 *   south-west    7/10 → 42     6/10 → 18     5/10 → 5    = 65
 *   north        18/21 → 51.43  17/21 → 24.29  19/21 → 9.05 = 84.77
 *   south        16/20 → 48     15/19 → 23.68  15/20 → 7.5  = 79.18
 *
 * Later a file says that order 309 of north-west was resolved and satisfied after all: 10/10 → 60, 10/10 → 30,
 * 10: 100, and the first rank. The final month keeps 91 and the second.
 */

const known = (name: string, rest: Partial<Person>): Person => ({ ...anyone, by: 'session', name, ...rest });
const official = (district: string): Partial<Person> => ({
  scope: scopedTo([district], { published: ['district', 'month'] }),
  may: new Set(['object']),
});
const people: Record<string, Person> = {
  nora: known('nora', official('north')),
  nils: known('nils', official('north')),
  sami: known('sami', official('south')),
  eva: known('eva', { may: new Set(['object', 'evaluate', 'export']) }),
  emil: known('emil', { may: new Set(['object', 'evaluate']) }),
  lin: known('lin', { may: new Set(['keep']) }),
};

let riverton: Riverton;
let store: TestStore;
let server: AtlasServer;

beforeAll(async () => {
  [riverton, store] = await Promise.all([openRiverton('evaluation_story'), openTestStore()]);
  await riverton.load([riverton.file('story.csv', storyFile())]);
  const personOf = (request: { get(name: string): string | undefined }) =>
    people[request.get('x-who') ?? ''] ?? anyone;
  server = await serveRiverton(riverton, { store, personOf });
}, 120_000);
afterAll(async () => {
  await server.close();
  await store.close();
  await riverton.close();
});

interface Reply<Body> {
  status: number;
  body: Body;
}

async function send<Body = Problem>(
  who: string,
  method: string,
  path: string,
  body?: object,
): Promise<Reply<Body>> {
  const response = await fetch(`${server.url}/api/evaluation${path}`, {
    method,
    headers: { 'x-who': who, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

const march = 'month=2024-03';
const evaluated = async (who = 'eva', parameters = `${march}&group=subdistrict`) => {
  const { status, body } = await send<Evaluation>(who, 'GET', `?${parameters}`);
  expect(status).toBe(200);
  expect(wire.evaluation.parse(body)).toEqual(body);
  return body;
};
const column = <Value>({ units: { unit } }: Evaluation, values: readonly Value[]) =>
  Object.fromEntries(unit.map((code, at) => [code, values[at]]));
const scores = (answer: Evaluation) => column(answer, answer.units.score);
const fraction = (answer: Evaluation, name: string) => {
  const found = answer.indicators.find((indicator) => indicator.name === name);
  return column(
    answer,
    answer.units.unit.map((_, at) => `${found?.numerator[at]}/${found?.denominator[at]}`),
  );
};

const month = async (who = 'eva', name = '2024-03') => {
  const { status, body } = await send<EvaluationMonth>(who, 'GET', `/month?month=${name}`);
  expect([status, wire.evaluationMonth.parse(body)]).toEqual([200, body]);
  return body;
};
const step = (who: string, body: object) =>
  send<EvaluationMonth & Problem>(who, 'POST', '/month/step', { month: '2024-03', ...body });
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);

const order = (subdistrict: string, at: number) => `2024-03-${subdistrict}-${at}`;
const against = (unit: string, at: number, rest: object = {}) => ({
  ...{ month: '2024-03', group: 'subdistrict', unit, order: order(unit, at) },
  ...{ reason: 'not_ours', text: `the order of ${unit}`, ...rest },
});
const object = (who: string, body: object) => send<Objection & Problem>(who, 'POST', '/objections', body);
const decide = (who: string, { id, revision }: Objection, body: object) =>
  send<Objection & Problem>(who, 'POST', `/objections/${id}/decision`, { revision, ...body });
const excluded = { decision: 'upheld', effect: 'excluded', reason: 'it is not theirs' };
const listed = async (who: string) => {
  const { status, body } = await send<Objections>(who, 'GET', `/objections?${march}`);
  expect([status, wire.objections.parse(body)]).toEqual([200, body]);
  return body;
};

const before = { 'north-west': 91, 'south-east': 91, 'north-east': 72.5, 'south-west': 56 };
const after = { 'south-east': 94, 'north-west': 91, 'north-east': 79.09, 'south-west': 65 };
const made: Record<string, Objection> = {};
const madeBy = (unit: string): Objection => made[unit] as Objection;

describe('draft', () => {
  test('January and February by the first rules, March by the second: a change of scheme', async () => {
    const january = await evaluated('eva', 'month=2024-01&group=subdistrict');
    expect(scores(january)).toEqual({
      ...{ 'north-west': 82, 'north-east': 76, 'south-east': 76, 'south-west': null },
    });
    expect(january.units.rank).toEqual([1, 2, 2, null]);
    const february = await evaluated('eva', 'month=2024-02&group=subdistrict');
    expect(scores(february)).toEqual({
      ...{ 'south-west': 96, 'north-east': 80, 'north-west': 78, 'south-east': null },
    });
    const answer = await evaluated();
    expect([january.meta.scheme.name, answer.meta.scheme.name]).toEqual(['first', 'second']);
    expect([scores(answer), answer.units.rank]).toEqual([before, [1, 1, 3, 4]]);
    expect(answer.meta).toMatchObject({ state: 'draft', revision: 0, frozen: false, finalised: null });
    expect(scores(await evaluated('eva', march))).toEqual({ north: 80.91, south: 73.5 });
  });

  test('a draft takes no objections, and says what to do', async () => {
    expect(await month('nora')).toMatchObject({ state: 'draft', takes_objections: false, history: [] });
    const { status, body } = await object('nora', against('north-east', 9));
    expect([status, body.type]).toEqual([409, 'urn:hotline-atlas:problem:not-now']);
    expect(body.detail).toContain('once an evaluator has opened it');
  });

  test('evaluators alone open a month; of two at once one is told that it changed', async () => {
    const open = { step: 'open', revision: 0, objections_until: day(3) };
    expect((await step('nora', open)).status).toBe(403);
    expect((await step('lin', open)).status).toBe(403);
    expect((await step('eva', { ...open, objections_until: day(-3) })).status).toBe(400);
    expect((await step('eva', { step: 'finalise', revision: 0 })).status).toBe(409);
    const both = await Promise.all([step('eva', open), step('emil', open)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ revision: 1 });
    expect(await month('nora')).toMatchObject({ state: 'objections', takes_objections: true, revision: 1 });
    expect((await evaluated()).meta).toMatchObject({ state: 'objections', objections_until: day(3) });
  });
});

describe('objections', () => {
  test('officials object for their own units alone, to orders they see and that count', async () => {
    for (const [who, unit, at] of [
      ['nora', 'north-east', 9],
      ['nora', 'north-west', 309],
      ['sami', 'south-east', 409],
      ['sami', 'south-west', 506],
    ] as const) {
      const { status, body } = await object(who, against(unit, at));
      expect([status, wire.objection.parse(body)]).toEqual([200, body]);
      made[unit] = body;
    }
    expect(madeBy('north-east')).toMatchObject({ state: 'open', who: 'nora', mine: true, decision: null });
    const foreign = [
      await object('nora', against('south-east', 408)),
      await object('nora', { ...against('north-east', 8), order: order('south-east', 408) }),
      await object('nora', against('north-east', 8888)),
      await object('nora', against('north-east', 200)),
      await object('lin', against('north-east', 8)),
    ];
    expect(foreign.map(({ status }) => status)).toEqual([403, 404, 404, 409, 403]);
  });

  test('the same objection once more is the same; another to the same order has to wait', async () => {
    const again = await object('nora', against('north-east', 9));
    expect([again.status, again.body.id, again.body.revision]).toEqual([200, madeBy('north-east').id, 1]);
    expect((await object('nora', against('north-east', 9, { reason: 'duplicate' }))).status).toBe(409);
    expect((await object('eva', against('north-east', 9))).status).toBe(409);
    const [one, other] = await Promise.all([
      object('nora', against('north-east', 7)),
      object('nora', against('north-east', 7)),
    ]);
    expect([one.status, other.status, one.body.id]).toEqual([200, 200, other.body.id]);
    const { id, revision } = one.body;
    expect((await send('nils', 'POST', `/objections/${id}/withdrawal`, { revision })).status).toBe(403);
    expect((await send('sami', 'POST', `/objections/${id}/withdrawal`, { revision })).status).toBe(404);
    const withdrawn = await send<Objection>('nora', 'POST', `/objections/${id}/withdrawal`, { revision });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', revision: 2 });
  });

  test('texts are read by evaluators, by whoever wrote them, and where the order is seen', async () => {
    const units = async (who: string) => (await listed(who)).objections.map(({ unit }) => unit).sort();
    expect(await units('sami')).toEqual(['south-east', 'south-west']);
    expect(await units('nils')).toEqual(['north-east', 'north-east', 'north-west']);
    expect((await units('eva')).length).toBe(5);
    expect((await send('lin', 'GET', `/objections?${march}`)).status).toBe(403);
    const { id } = madeBy('south-east');
    expect((await send('nora', 'GET', `/objections/${id}/history`)).status).toBe(404);
    expect((await month('sami')).objections).toEqual({ open: 2, upheld: 0, rejected: 0, withdrawn: 0 });
    const { objections } = await evaluated('sami', march);
    expect(objections).toMatchObject({ open: 2, withdrawn: 0, base: null, base_before: null });
  });

  test('evaluators decide, not whoever objected; a stale decision is refused', async () => {
    const own = await object('emil', against('south-west', 507));
    expect((await decide('emil', own.body, excluded)).status).toBe(403);
    const rejected = { decision: 'rejected', reason: 'it is theirs' };
    expect((await decide('eva', own.body, rejected)).body).toMatchObject({ state: 'rejected' });
    expect((await decide('nora', madeBy('north-east'), excluded)).status).toBe(403);
    expect((await decide('eva', madeBy('north-east'), { decision: 'upheld', reason: 'so' })).status).toBe(
      400,
    );
    const tag = (await server.fetch(`/api/evaluation?${march}&group=subdistrict`)).headers.get('ETag') ?? '';
    const decided = await decide('eva', madeBy('north-east'), excluded);
    expect(decided.body).toMatchObject({
      ...{ state: 'upheld', result: 'applied', revision: 2 },
      decision: { decision: 'upheld', effect: 'excluded', who: 'eva', reason: 'it is not theirs' },
    });
    expect((await decide('emil', madeBy('north-east'), rejected)).status).toBe(409);
    // Whoever holds the answer of a moment ago gets another one at once.
    const now = await server.fetch(`/api/evaluation?${march}&group=subdistrict`, { 'If-None-Match': tag });
    expect(now.status).toBe(200);
  });

  test('an order that leaves the base leaves it visibly, and in every group', async () => {
    const answer = await evaluated();
    expect(scores(answer)).toEqual({ ...before, 'north-east': 79.09 });
    expect(fraction(answer, 'resolution')).toMatchObject({ 'north-east': '9/11' });
    expect(fraction(answer, 'on_time')).toMatchObject({ 'north-east': '9/11' });
    expect(column(answer, answer.units.base)).toMatchObject({ 'north-east': 11, 'north-west': 10 });
    expect(column(answer, answer.units.base_before)).toMatchObject({ 'north-east': 12, 'north-west': 10 });
    expect(column(answer, answer.units.upheld)).toMatchObject({ 'north-east': 1, 'north-west': 0 });
    expect(answer.reasons.map(({ reason, counts, orders }) => [reason, counts, orders])).toEqual([
      ...[['duplicate', true, 2] as const, ['withdrawn', false, 2] as const],
      ['objection_upheld', true, 1],
    ]);
    expect(answer.objections).toMatchObject({ upheld: 1, open: 3, base: 41, base_before: 42 });
    const south = await evaluated('sami', march);
    expect([column(south, south.units.upheld), south.reasons]).toEqual([{ north: null, south: 0 }, []]);
    expect(column(south, south.units.base)).toEqual({ north: null, south: 20 });
  });

  test('corrected outcomes, and an objection that is rejected', async () => {
    const corrected = { decision: 'upheld', effect: 'corrected', reason: 'the visit says so' };
    const yes = { ...corrected, resolved: 'yes', satisfied: 'yes' };
    expect((await decide('eva', madeBy('south-west'), { ...excluded, resolved: 'yes' })).status).toBe(400);
    expect((await decide('eva', madeBy('south-west'), yes)).body).toMatchObject({ result: 'applied' });
    await decide('emil', madeBy('south-east'), { ...corrected, satisfied: 'not_asked' });
    await decide('emil', madeBy('north-west'), { decision: 'rejected', reason: 'it is theirs' });
    const answer = await evaluated();
    expect([scores(answer), answer.units.rank]).toEqual([after, [1, 2, 3, 4]]);
    expect(fraction(answer, 'satisfaction')).toMatchObject({ 'south-east': '9/9', 'south-west': '6/10' });
    expect(scores(await evaluated('eva', march))).toEqual({ north: 84.77, south: 79.18 });
  });

  test('a decision can be changed, and back: each counts once', async () => {
    const { objections } = await listed('eva');
    const upheld = objections.find(({ order: number }) => number === order('north-east', 9)) as Objection;
    const rejected = await decide('emil', upheld, { decision: 'rejected', reason: 'on a second look' });
    expect(scores(await evaluated())['north-east']).toBe(72.5);
    await decide('emil', rejected.body, excluded);
    expect(scores(await evaluated())).toEqual(after);
    const { body } = await send<{ revisions: unknown[] }>(
      ...(['nora', 'GET', `/objections/${upheld.id}/history`] as const),
    );
    expect(body.revisions).toMatchObject([
      { state: 'upheld', who: 'emil' },
      { state: 'rejected', who: 'emil', decision: { reason: 'on a second look' } },
      { state: 'upheld', who: 'eva' },
      { state: 'open', who: 'nora', decision: null },
    ]);
  });
});

describe('final', () => {
  test('it is made final by who says so: early, and although it is not ripe', async () => {
    const { revision, provisional } = await month();
    const early = await step('eva', { step: 'finalise', revision });
    expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining('early: true')]);
    if (provisional) {
      const unripe = await step('eva', { step: 'finalise', revision, early: true });
      expect([unripe.status, unripe.body.detail]).toEqual([
        409,
        expect.stringContaining('provisional: true'),
      ]);
    }
    const finalise = { step: 'finalise', revision, early: true, provisional: true };
    const both = await Promise.all([step('eva', finalise), step('emil', finalise)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const told = await month('nora');
    expect(told).toMatchObject({ state: 'final', frozen: true, takes_objections: false });
    expect(told.history.map(({ step: name }) => name)).toEqual(['finalise', 'open']);
    expect(told.history[0]).toMatchObject({ early: true, provisional, hash: told.finalised?.hash });
    expect(told.finalised).toMatchObject({ scheme: 'second', data_version: expect.any(Number), early: true });
    expect(told.finalised?.program.build).toMatch(/^[0-9a-f]{40,64}(-dirty)?$/);
  });

  test('nothing of a final month is objected to or decided', async () => {
    const { objections } = await listed('eva');
    const [one] = objections as [Objection];
    const refused = [
      await object('nora', against('north-west', 308)),
      await decide('eva', one, { decision: 'rejected', reason: 'late' }),
      await step('eva', { step: 'open', revision: (await month()).revision, objections_until: day(1) }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([409, 409, 409]);
  });

  test('it is told as it was worked out, with nothing changed since', async () => {
    const [frozen, current] = [
      await evaluated(),
      await evaluated('eva', `${march}&group=subdistrict&as=current`),
    ];
    const figures = ({ units, indicators, reasons, base, classes }: Evaluation) => ({
      ...{ units, indicators, reasons, base, classes },
    });
    expect(figures(frozen)).toEqual(figures(current));
    expect([frozen.meta.frozen, current.meta.frozen, current.since_final]).toEqual([true, false, null]);
    expect(frozen.since_final).toMatchObject({ same: true, units: [], orders_changed: 0 });
    const unit = 'north-east';
    const moved = (await evaluated('eva', `${march}&group=subdistrict&unit=${unit}`)).moved;
    expect(moved?.score).toMatchObject({ before: 52, after: 79.09 });
    const official = await evaluated('nora', march);
    expect(scores(official)).toEqual({ north: 84.77, south: 79.18 });
    expect(official.units.details).toEqual([true, false]);
    expect(column(official, official.units.excluded)).toEqual({ north: 3, south: null });
    expect((await send('nora', 'GET', `?${march}&unit=south`)).status).toBe(403);
  });

  test('what the data says later shows as since final', async () => {
    const [head, ...rows] = storyFile().split('\n');
    const changed = rows
      .filter((row) => row.startsWith(`${order('north-west', 309)},`))
      .map((row) => row.replace(',no,no,', ',yes,yes,'));
    expect(changed.length).toBe(1);
    await riverton.load([riverton.file('later.csv', `${[head, ...changed].join('\n')}\n`)]);
    await expect
      .poll(async () => (await evaluated()).since_final?.data_version, { timeout: 10_000 })
      .not.toBe((await month()).finalised?.data_version);
    const answer = await evaluated();
    expect([scores(answer), answer.units.rank]).toEqual([after, [1, 2, 3, 4]]);
    expect(answer.since_final).toMatchObject({ same: false, orders_changed: 1 });
    const since = Object.fromEntries(
      (answer.since_final?.units ?? []).map(({ unit, score, rank, base, orders_changed }) => [
        unit,
        { score, rank, base, orders_changed },
      ]),
    );
    expect(since).toEqual({
      'north-west': {
        ...{ score: { frozen: 91, current: 100 }, rank: { frozen: 2, current: 1 } },
        ...{ base: { frozen: 10, current: 10 }, orders_changed: 1 },
      },
      'south-east': {
        ...{ score: { frozen: 94, current: 94 }, rank: { frozen: 1, current: 2 } },
        ...{ base: { frozen: 10, current: 10 }, orders_changed: 0 },
      },
    });
    const current = await evaluated('eva', `${march}&group=subdistrict&as=current`);
    expect(scores(current)).toEqual({ ...after, 'north-west': 100 });
    for (const path of ['letter?group=subdistrict&unit=north-west&', 'bulletin?']) {
      const { headers } = await fetch(`${server.url}/api/evaluation/${path}${march}`, {
        headers: { 'x-who': 'eva' },
      });
      expect(Number(headers.get('x-atlas-version'))).toBe((await month()).finalised?.data_version);
    }
    const south = await evaluated('sami', march);
    expect(south.since_final?.units.map(({ unit, orders_changed }) => [unit, orders_changed])).toEqual([
      ['north', null],
    ]);
  });

  test('an old month is as it was after the file of schemes grew', async () => {
    const frozen = await evaluated();
    const [first, second] = riverton.city.evaluation;
    if (!first || !second) throw new Error('Riverton has two schemes');
    const third = { ...second, name: 'third', from: '2024-04' };
    const city = { ...riverton.city, evaluation: [first, { ...second, to: '2024-04' }, third] };
    const grown = await serveRiverton({ database: riverton.database, city }, { store });
    const told = await grown.json<Evaluation>(`/api/evaluation?${march}&group=subdistrict`);
    await grown.close();
    const { since_final: _, objections: __, ...rest } = frozen;
    expect(told).toMatchObject(rest);
  });

  test('a step back needs a reason, shows for ever, and the month can be made final again', async () => {
    const { revision } = await month();
    const back = { step: 'step_back', revision, objections_until: day(2) };
    expect((await step('eva', back)).status).toBe(400);
    const { body } = await step('eva', { ...back, reason: 'a district was heard too late' });
    expect(body).toMatchObject({ state: 'objections', reopened: 1, finalised: null });
    expect(body.history[0]).toMatchObject({ step: 'step_back', reason: 'a district was heard too late' });
    const open = await evaluated();
    expect([open.meta.frozen, scores(open)['north-west']]).toEqual([false, 100]);
    const finalise = { step: 'finalise', early: true, provisional: true, revision: body.revision };
    expect((await step('emil', finalise)).body).toMatchObject({ state: 'final', reopened: 1 });
    const again = await evaluated();
    expect([again.meta.frozen, scores(again)['north-west']]).toEqual([true, 100]);
    expect(again.since_final).toMatchObject({ same: true, orders_changed: 0 });
    expect((await month()).history.map(({ step: name }) => name)).toEqual([
      ...['finalise', 'step_back', 'finalise', 'open'],
    ]);
  });

  test('a final month is reached although the file of schemes lost its scheme, or its group', async () => {
    const [first, second] = riverton.city.evaluation;
    if (!first || !second) throw new Error('Riverton has two schemes');
    const groups = second.groups.filter(({ name }) => name !== 'subdistrict');
    const { units, indicators, meta } = await evaluated();
    for (const evaluation of [[first], [first, { ...second, groups }]]) {
      const city = { ...riverton.city, evaluation };
      const shrunk = await serveRiverton({ database: riverton.database, city }, { store });
      const told = await shrunk.json<Evaluation>(`/api/evaluation?${march}&group=subdistrict`);
      expect(told).toMatchObject({ units, indicators, meta: { frozen: true, scheme: meta.scheme } });
      expect((await shrunk.json<Evaluation>(`/api/evaluation?${march}`)).meta.scheme.name).toBe('second');
      expect((await shrunk.fetch(`/api/evaluation/month?${march}`)).status).toBe(200);
      expect((await shrunk.fetch(`/api/evaluation/sheet?${march}&group=subdistrict`)).status).toBe(200);
      expect((await shrunk.fetch('/api/evaluation?month=2024-04&group=subdistrict')).status).toBe(400);
      await shrunk.close();
    }
  });

  test('a month before that was corrected once final is said to be so; no rule changed', async () => {
    const january = { month: '2024-01' };
    await step('eva', { ...january, step: 'open', revision: 0, objections_until: day(3) });
    const { revision } = await month('eva', '2024-01');
    const finalise = { step: 'finalise', early: true, provisional: true, revision };
    expect((await step('eva', { ...january, ...finalise })).status).toBe(200);
    const february = 'month=2024-02&group=subdistrict&unit=north-east';
    expect((await evaluated('eva', february)).month_before).toEqual({
      ...{ month: '2024-01', state: 'final', units: [] },
    });

    const [head, ...rows] = storyFile().split('\n');
    const changed = rows
      .filter((row) => row.startsWith('2024-01-south-east-306,'))
      .map((row) => row.replace(',yes,yes,no,', ',yes,yes,yes,'));
    await riverton.load([riverton.file('january.csv', `${[head, ...changed].join('\n')}\n`)]);
    // South-east: 7/10 satisfied → 28, 76 → 80; north-east was second with it, and is third now.
    await expect
      .poll(async () => (await evaluated('eva', february)).month_before?.units, { timeout: 10_000 })
      .toEqual([{ unit: 'south-east', score: { frozen: 76, current: 80 } }]);
    const { moved } = await evaluated('eva', february);
    expect(moved).toMatchObject({ scheme_before: 'first', rank: { published: 2, before: 3, scheme: 1 } });
    expect((await evaluated()).month_before).toMatchObject({ month: '2024-02', units: null });
  });
});
