import { createApp, type Listening, listen } from '@hotline-atlas/api';
import type { Evaluation, EvaluationCourse, Objection } from '@hotline-atlas/model';
import { openTestStore, type TestStore } from '@hotline-atlas/store/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ofCourse, ofMonth, sorted } from '../course-figures.ts';
import { storyFile } from '../evaluated-riverton.ts';
import { openRiverton, type Riverton } from '../riverton.ts';

let riverton: Riverton;
let store: TestStore;
let server: Listening;

beforeAll(async () => {
  [riverton, store] = await Promise.all([openRiverton('evaluation_course_final'), openTestStore()]);
  await riverton.load([riverton.file('story.csv', storyFile())]);
  const { database, city } = riverton;
  server = await listen(createApp({ database, city, store, log: () => undefined }), 0);
}, 120_000);
afterAll(async () => {
  await server.close();
  await store.close();
  await riverton.close();
});

async function send<Body>(path: string, body?: object): Promise<Body> {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/${path}`, {
    method: body ? 'POST' : 'GET',
    ...(body && {
      headers: { 'Content-Type': 'application/json', Origin: `http://127.0.0.1:${server.port}` },
      body: JSON.stringify(body),
    }),
  });
  const told = (await response.json()) as Body;
  expect(response.status, JSON.stringify(told)).toBe(200);
  return told;
}

const month = '2024-03';
const courseOf = () => send<EvaluationCourse>(`evaluation/course?group=subdistrict&to=${month}&months=3`);
const monthOf = () => send<Evaluation>(`evaluation?month=${month}&group=subdistrict`);

async function agrees(): Promise<EvaluationCourse> {
  const [course, alone] = await Promise.all([courseOf(), monthOf()]);
  expect(course.months[2]?.state).toBe(alone.meta.state);
  expect(sorted(ofCourse(course, 2))).toEqual(sorted(ofMonth(alone)));
  return course;
}

const scoreIn = ({ units }: EvaluationCourse, at: number) =>
  units.find(({ unit }) => unit === 'north-east')?.score[at];

test('what objections changed, and what is final, is in the course as in the month', async () => {
  const drafted = await agrees();
  const until = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await send('evaluation/month/step', { month, step: 'open', revision: 0, objections_until: until });
  const order = `${month}-north-east-9`;
  const made = await send<Objection>('evaluation/objections', {
    ...{ month, group: 'subdistrict', unit: 'north-east', order, reason: 'duplicate', text: 'twice' },
  });
  const decision = { decision: 'upheld', effect: 'excluded', reason: 'so it is' };
  await send(`evaluation/objections/${made.id}/decision`, { revision: made.revision, ...decision });
  const objected = await agrees();
  expect(scoreIn(objected, 2)).not.toBe(scoreIn(drafted, 2));
  expect(scoreIn(objected, 1)).toBe(scoreIn(drafted, 1));

  const { meta } = await monthOf();
  await send('evaluation/month/step', {
    ...{ month, step: 'finalise', revision: meta.revision, early: true, provisional: true },
  });
  const final = await agrees();
  expect(scoreIn(final, 2)).toBe(scoreIn(objected, 2));

  const [head, ...rows] = storyFile().split('\n');
  const worse = rows
    .filter((row) => row.startsWith(`${month}-north-east-1`) || row.startsWith(`${month}-north-east-2`))
    .map((row) => row.replace(',yes,yes,yes,', ',yes,no,no,'));
  await riverton.load([riverton.file('newer.csv', `${[head, ...worse].join('\n')}\n`)]);
  const { version } = final.meta.as_of;
  await expect
    .poll(async () => (await courseOf()).meta.as_of.version, { timeout: 10_000 })
    .toBeGreaterThan(version);
  expect(scoreIn(await agrees(), 2)).toBe(scoreIn(final, 2));
}, 120_000);
