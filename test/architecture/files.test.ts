import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const longestFile = 300;

test(`no file is longer than ${longestFile} lines, and none is a drawer for leftovers`, () => {
  const long = sources.filter(({ text }) => text.split('\n').length > longestFile);
  const drawers = sources.filter(({ path }) => /\/(utils?|helpers?|common)(\.tsx?$|\/)/.test(path));
  expect([...long, ...drawers].map(({ path }) => path)).toEqual([]);
});
