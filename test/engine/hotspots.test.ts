import { hotspotSeries, parseHotspots, stepsOf } from '@hotline-atlas/judgement';
import {
  expectations,
  type Hotspots,
  hotspotMeasures,
  hotspotSteps,
  placeLevels,
} from '@hotline-atlas/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JudgedRiverton, openJudgedRiverton, parametersOf, sum } from '../judged-riverton.ts';

let judged: JudgedRiverton;

beforeAll(async () => {
  judged = await openJudgedRiverton();
});
afterAll(() => judged.close());

const hotspots = (address: string) => judged.server.json<Hotspots>(`/api/hotspots?${address}`);

test('every level × resolution × step × measure × expectation is understood by the engine', async () => {
  for (const level of placeLevels)
    for (const resolution of level === 'cell' ? [7, 8, 9, 10] : [8])
      for (const step of hotspotSteps)
        for (const measure of hotspotMeasures)
          for (const expected of expectations) {
            const address = `level=${level}&resolution=${resolution}&step=${step}&measure=${measure}&where=topic1:housing`;
            const question = parseHotspots(parametersOf(address), []);
            const steps = stepsOf(question.selection, judged.history, judged.city, step, 24);
            const { selected, all } = hotspotSeries(question, expected, steps);
            await judged.explain(selected);
            if (all) await judged.explain(all);
          }
});

test.each(['cell', 'subdistrict', 'district'])('by %s, counts are those of /api/query', async (level) => {
  const answer = await hotspots(`level=${level}&where=topic1:housing&step=quarter`);
  const { from, to } = answer.meta.period;
  const { rows } = await judged.server.query(
    `metrics=appeals&by=${level}&where=topic1:housing&from=${from}&to=${to}`,
  );
  const counts = new Map(rows.map((row) => [row[level], Number(row.appeals)]));
  expect(answer.study_area.not_located).toBe(counts.get('') ?? 0);
  expect(answer.places.place.length).toBeGreaterThan(1);
  answer.places.place.forEach((place, index) => {
    expect(answer.places.count[index], place).toBe(counts.get(place) ?? 0);
  });
  expect(sum(answer.places.count) + answer.study_area.not_located).toBe(sum([...counts.values()]));
  expect(sum(answer.series.count)).toBe(sum(answer.places.count));
  expect(answer.series.count).toHaveLength(answer.places.place.length * answer.meta.steps.length);
});

test('problems are never more than contacts, and fewer where callers come back', async () => {
  const [contacts, problems] = await Promise.all([
    hotspots('level=district&step=quarter'),
    hotspots('level=district&step=quarter&measure=problems'),
  ]);
  expect(problems.meta.source).toBe('appeal');
  problems.places.count.forEach((count, place) => {
    expect(count).toBeLessThanOrEqual(contacts.places.count[place] ?? 0);
  });
  expect(sum(problems.places.count)).toBeLessThan(sum(contacts.places.count));
});

test.each([
  ['where=topic1:nothing-like-it', 'no_data'],
  ['level=district&where=district:north', 'too_few_places'],
  ['from=2090-01-01&to=2091-01-01', 'too_few_steps'],
  ['expected=residents', 'no_residents'],
])('%s is answered with a notice (%s) and empty places', async (address, code) => {
  const answer = await hotspots(address);
  expect(answer.notice).toMatchObject({ code, en: expect.any(String), zh: expect.any(String) });
  expect(answer.global).toBeNull();
  expect(answer.places.z.every((z) => z === null)).toBe(true);
});

test('the same question is not worked out twice: 304', async () => {
  const first = await judged.server.fetch('/api/hotspots?level=subdistrict');
  const tag = first.headers.get('etag') ?? '';
  const again = await judged.server.fetch('/api/hotspots?level=subdistrict', { 'If-None-Match': tag });
  expect([first.status, again.status]).toEqual([200, 304]);
  const other = await judged.server.fetch('/api/hotspots?level=district', { 'If-None-Match': tag });
  expect(other.status).toBe(200);
});

test('as a file: one line a place', async () => {
  const response = await judged.server.fetch('/api/hotspots?level=subdistrict&format=csv');
  const lines = (await response.text()).trimEnd().split('\n');
  expect(response.headers.get('content-type')).toContain('text/csv');
  expect(lines[0]).toBe(Object.keys((await hotspots('level=subdistrict')).places).join(','));
  expect(lines).toHaveLength(1 + (await hotspots('level=subdistrict')).places.place.length);
});
