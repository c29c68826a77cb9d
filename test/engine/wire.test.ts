import * as wire from '@hotline-atlas/model/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedRiverton, openJudgedRiverton } from '../judged-riverton.ts';

let judged: JudgedRiverton;

beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

type Shape = (typeof wire)[keyof typeof wire];

const addresses: readonly [address: string, shape: Shape][] = [
  ['/api/health', wire.health],
  ['/api/meta', wire.vocabulary],
  ['/api/areas?level=district', wire.areas],
  ['/api/query?metrics=appeals', wire.answer],
  [
    '/api/query?metrics=appeals,resolution_rate,median_hours_to_close&by=month,district&compare=year&limit=9',
    wire.answer,
  ],
  ['/api/query?metrics=appeals&from=1999-01-01&to=1999-02-01', wire.answer],
  ['/api/appeals?limit=2', wire.page],
  ['/api/hotspots?level=district', wire.hotspots],
  ['/api/alarms?limit=5', wire.alarms],
  ['/api/clusters?level=district', wire.clusters],
  ['/api/rates', wire.rates],
  ['/api/rates?by=district&from=1999-01-01&to=1999-02-01', wire.rates],
  ['/api/trend', wire.trend],
  ['/api/change?by=district', wire.change],
  ['/api/change?metric=resolution_rate', wire.change],
  ['/api/change?by=hour_of_day', wire.change],
  ['/api/growth', wire.growth],
  ['/api/growth?rows=unit&columns=channel&from=1999-01-01&to=1999-02-01', wire.growth],
  ['/api/repeats?from=2023-01-01&to=2023-07-01', wire.repeats],
  ['/api/repeats?from=1999-01-01&to=1999-02-01', wire.repeats],
  ['/api/find?text=north', wire.find],
  ['/api/find?text=zz', wire.find],
  ['/api/ripeness', wire.ripenessAnswer],
  ['/api/findings', wire.findings],
  ['/api/findings?where=district:north&from=2022-09-01&to=2022-10-01&compare=year', wire.findings],
  ['/api/findings?from=1999-01-01&to=1999-02-01', wire.findings],
  ['/api/evaluation', wire.evaluation],
  ['/api/evaluation/integrity?month=2023-01&group=district&unit=north', wire.integrity],
  ['/api/evaluation/course', wire.evaluationCourse],
  ['/api/evaluation/course?group=subdistrict&unit=north-east&to=2024-04&months=24', wire.evaluationCourse],
  ['/api/evaluation/unit?month=2024-03&group=subdistrict&unit=north-east', wire.unitEvaluation],
  ['/api/evaluation/unit?month=2023-01&group=district&unit=north', wire.unitEvaluation],
  ['/api/evaluation/schemes', wire.evaluationSchemes],
  ['/api/evaluation?month=2024-03&group=subdistrict&unit=north-east', wire.evaluation],
  ['/api/evaluation?month=2023-01&group=district&unit=north', wire.evaluation],
];

test.each(addresses)('%s has the shape that is described, and nothing besides', async (address, shape) => {
  const body = await judged.server.json<unknown>(address);
  expect(shape.parse(body)).toEqual(body);
});

test('a line of several answers, and a problem, have the shapes that are described', async () => {
  const response = await judged.server.fetch(
    '/api/answers?question=metrics%3Dappeals&question=metrics%3Dappeals%26by%3Ddistrict',
  );
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(wire.line.parse(line)).toEqual(line);
  const problem: unknown = await (await judged.server.fetch('/api/query?metrics=none')).json();
  expect(wire.problem.parse(problem)).toEqual(problem);
});
