import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const longestFile = 300;

test(`no file is longer than ${longestFile} lines, and none is a drawer for leftovers`, () => {
  const long = sources.filter(({ text }) => text.split('\n').length > longestFile);
  const drawers = sources.filter(({ path }) => /\/(utils?|helpers?|common)(\.tsx?$|\/)/.test(path));
  expect([...long, ...drawers].map(({ path }) => path)).toEqual([]);
});

const widestComment = 110;

test(`comments are at most ${widestComment} columns wide`, () => {
  const wide = sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, at: `${path}:${index + 1}` }))
      .filter(({ line }) => /^\s*(\/\*\*|\*|\/\/)/.test(line) && line.length > widestComment)
      .filter(({ line }) => !line.includes('://')),
  );
  expect(wide.map(({ at }) => at)).toEqual([]);
});
