import { expect, test } from 'vitest';
import { unlisted } from '../unlisted.ts';
import type { Choices, Coverage } from './choices.ts';
import { clickQuestions } from './clicks.ts';
import { hardQuestions } from './hard.ts';
import { addressOf, distinct } from './question.ts';
import { inFairOrder } from './sample.ts';
import { screenQuestions } from './screens.ts';

const coverage: Coverage = { firstDay: '2019-01-01', lastDay: '2024-12-31', completeTo: '2025-01-01' };
const choices: Choices = {
  district: 'north',
  subdistrict: 'north-east',
  topic1: 'housing',
  topic2: 'housing.heating',
  topic3: 'housing.heating.cold',
  channel: 'phone',
};

test('a panel leaves out the choices it made itself', () => {
  const addresses = distinct(screenQuestions(choices, coverage)).map(addressOf);
  const byDistrict = addresses.filter((address) => address.includes('by=district'));
  expect(byDistrict.length).toBeGreaterThan(0);
  expect(byDistrict.filter((address) => address.includes('where=district'))).toEqual([]);
  expect(addresses).toContain(
    'query?metrics=appeals&by=month&where=district%3Anorth&from=2019-01-01&to=2025-01-01&compare=year',
  );
});

test('a question whose filters the data has no values for is not asked', () => {
  const names = hardQuestions(choices, coverage, []).map(({ name }) => name);
  expect(names.filter((name) => name.includes('callers'))).toHaveLength(4);
  expect(names.filter((name) => name.includes('one cell'))).toEqual([]);
});

test('any beginning of the fair order holds as many questions of one panel as of another', () => {
  const ordered = inFairOrder(distinct(screenQuestions(choices, coverage)));
  const panels = new Set(ordered.map(({ panel }) => panel));
  expect(new Set(ordered.slice(0, panels.size).map(({ panel }) => panel))).toEqual(panels);
  expect(new Set(ordered.map(addressOf)).size).toBe(ordered.length);
});

test('the shapes of questions after a row of clicks are listed', () => {
  const questions = [...screenQuestions(choices, coverage), ...clickQuestions(choices, coverage)];
  const where = 'where=district:south&where=topic1:noise';
  expect(
    unlisted(
      [
        'query?metrics=appeals&by=channel,kind',
        `query?metrics=appeals&by=month&${where}&compare=year`,
        `query?metrics=appeals&by=topic2&${where}&where=channel:app&compare=year`,
        'query?metrics=appeals&by=district&where=topic1:noise&where=channel:app&compare=year',
      ],
      questions,
    ),
  ).toEqual([]);
});
