import { clusterSeries, parseClusters, stepsOf } from '@hotline-atlas/judgement';
import { type Clusters, clusterSteps, placeLevels } from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedRiverton, openJudgedRiverton, parametersOf } from '../judged-riverton.ts';

let judged: JudgedRiverton;

beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

const clusters = (address: string) => judged.server.json<Clusters>(`/api/clusters?${address}`);

test('every level × step is understood by the engine', async () => {
  for (const level of placeLevels)
    for (const step of clusterSteps) {
      const question = parseClusters(parametersOf(`level=${level}&step=${step}&where=topic1:housing`), []);
      const steps = stepsOf(question.selection, judged.history, judged.city, step, 24);
      const { steps: own, usual } = clusterSeries(question, steps, judged.history.span.from);
      await judged.explain(own);
      await judged.explain(usual);
    }
});

test('the same question has the same answer, and its appeals are those it counted', async () => {
  const address = 'level=subdistrict&step=month&replications=99';
  const [first, again] = [await clusters(address), await clusters(`${address}&limit=4`)];
  expect(again.clusters).toEqual(first.clusters);
  expect(first.meta).toMatchObject({ places: 4, replications: 99 });
  for (const { appeals, observed, p } of first.clusters) {
    const { meta } = await judged.server.json<{ meta: { total: number } }>(appeals ?? '');
    expect(meta.total).toBe(observed);
    expect(p).toBeGreaterThanOrEqual(0.01);
  }
});

test.each([
  ['where=topic1:nothing-like-it', 'no_data'],
  ['level=district', 'too_few_places'],
  ['from=2023-04-03&to=2023-04-10', 'too_few_steps'],
  ['where=topic1:housing&where=district:north&from=2023-04-03&to=2023-04-05&step=day', 'too_few_appeals'],
])('%s is answered with a notice (%s)', async (address, code) => {
  expect(await clusters(address)).toMatchObject({ clusters: [], notice: { code } });
});

test('a scan of too much is refused, and the problem says how to narrow it', async () => {
  const response = await judged.server.fetch(
    '/api/clusters?resolution=10&step=day&from=2022-04-01&to=2023-07-01&longest=300&replications=999',
  );
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('alive=latest') });
});
