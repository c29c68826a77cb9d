import type { MonthlyTopicContent, MonthlyTopicHistory, MonthlyTopicTask } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { changedFields, contentOfPick, daysBetween, isOverdue, reached, tasksAfter } from './contents.ts';

const task = (text: string, rest: Partial<MonthlyTopicTask> = {}): MonthlyTopicTask => ({
  ...{ text, unit: null, due: null, state: 'open', done: null },
  ...rest,
});
const content = (rest: Partial<MonthlyTopicContent> = {}): MonthlyTopicContent => ({
  ...contentOfPick({
    ...{ month: '2026-11', level: 'topic2', topic: 'heating', district: null, today: '2026-12-01' },
    names: { heating: { en: 'Heating', zh: '供暖' } },
  }),
  ...rest,
});

test('a candidate is picked under the names of the city, where it was looked at', () => {
  expect(content()).toMatchObject({ title: { en: 'Heating', zh: '供暖' }, topics: ['heating'], area: null });
  const picked = contentOfPick({
    ...{
      month: '2026-11',
      level: 'topic3',
      topic: 'x',
      district: '1',
      today: '2026-12-01',
      names: undefined,
    },
  });
  expect(picked).toMatchObject({ title: { en: 'x', zh: 'x' }, area: { level: 'district', code: '1' } });
});

test('a task is changed by what it was, wherever others have moved it meanwhile', () => {
  const [one, two, three] = [task('one'), task('two'), task('three')];
  const done = task('two', { state: 'done', done: '2026-12-01' });
  expect(tasksAfter([three, one, two], two, done)).toEqual([three, one, done]);
  expect(tasksAfter([one, two], two, null)).toEqual([one]);
  expect(tasksAfter([one], null, two)).toEqual([one, two]);
  // Somebody else took it away: what was typed is not lost.
  expect(tasksAfter([one], two, done)).toEqual([one, done]);
  expect(tasksAfter([one], two, null)).toEqual([one]);
});

test('only an open task is overdue, and not on its day', () => {
  expect(isOverdue(task('a', { due: '2026-11-30' }), '2026-12-01')).toBe(true);
  expect(isOverdue(task('a', { due: '2026-12-01' }), '2026-12-01')).toBe(false);
  expect(isOverdue(task('a', { due: '2026-11-30', state: 'done' }), '2026-12-01')).toBe(false);
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
});

test('a history tells what changed, and who brought a topic to its states last', () => {
  const revisions = [
    ['eva', 'picked', 4],
    ['lin', 'candidate', 3],
    ['lin', 'candidate', 2],
    ['eva', 'picked', 1],
  ].map(([who, state, revision]) => ({ who, revision, content: content({ state: state as 'picked' }) }));
  const found = reached(revisions as unknown as MonthlyTopicHistory['revisions']);
  expect([found.get('picked')?.revision, found.get('candidate')?.revision]).toEqual([4, 2]);
  const moved = { zh: '供暖', en: 'Heating' };
  expect(changedFields(content(), content({ title: moved, lead: 'heat', state: 'frozen' }))).toEqual([
    'lead',
    'state',
  ]);
});
