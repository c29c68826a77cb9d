import { everything, NotOpen, parseQuery, type Scope } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { scopedTo } from '../../testing/scoped.ts';
import { history, parameters, planned } from '../../testing/story.ts';
import { openedTo } from './opened.ts';

const official = scopedTo(['north'], { published: ['district', 'month', 'quarter', 'year'] });
const asked = (address: string, scope: Scope) =>
  openedTo(scope, parseQuery(parameters(address), ['pandemic', 'flood']), history);

test('published aggregates are of the whole city and of whole months, and show nothing but figures', () => {
  const { query, scope } = asked('metrics=appeals&by=district&scope=published', official);
  expect(query).toMatchObject({ from: '2022-01-01', to: '2024-12-01' });
  expect(scope).toMatchObject({ clauses: [], texts: false, callers: null });
  const { reads } = planned('metrics=appeals&by=district&scope=published', official);
  expect(reads.now.map(({ months }) => months.generations.length)).toEqual([35]);
  expect(asked('metrics=appeals&by=district', official).scope).toBe(official);
});

test.each([
  ['metrics=appeals&by=topic1', 'by district, month, quarter, year, not by topic1'],
  ['metrics=appeals&where=unit:works', 'not by unit'],
  ['metrics=appeals&by=day', 'not by day'],
  ['metrics=callers', 'do not count callers'],
  ['metrics=repeat_share', 'do not count callers'],
  ['metrics=appeals&q=heating', 'leave out q'],
  ['metrics=appeals&compare=year', 'ask for each period by itself'],
  ['metrics=appeals&without_regimes=flood', 'leave out without_regimes'],
  ['metrics=appeals&from=2024-01-02', 'first days of months'],
  ['metrics=appeals&to=2024-01-31', 'first days of months'],
  ['metrics=appeals&to=2025-01-01', 'send 2024-12-01 as to'],
])('%s is not published', (address, why) => {
  expect(() => asked(`${address}&scope=published`, official)).toThrow(NotOpen);
  expect(() => asked(`${address}&scope=published`, official)).toThrow(why);
});

test('where nothing is published, only whoever sees the whole city may ask for it', () => {
  const address = 'metrics=appeals&by=topic1&scope=published';
  expect(() => asked(address, scopedTo(['north']))).toThrow('leave out scope=published');
  expect(asked(address, everything).query).toMatchObject({ to: '2024-12-01' });
});

test('cells finer than may be seen are refused, in a filter and as groups, and so are words', () => {
  const own: Scope = { ...everything, place: 8, texts: false };
  const cell = '8931aa5462fffff';
  for (const finer of ['by=cell&resolution=9', `where=cell:${cell}`, `where=cell:!,${cell}`])
    expect(() => asked(`metrics=appeals&${finer}`, own)).toThrow('The finest is 8');
  expect(() => asked('metrics=appeals&q=heating', own)).toThrow('leave out q');
  for (const coarse of ['by=cell&resolution=8', 'by=cell', 'by=month&resolution=10', 'where=cell:'])
    expect(asked(`metrics=appeals&${coarse}`, own).scope).toBe(own);
});
