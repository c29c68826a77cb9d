import { expect, test } from 'vitest';
import { planned } from '../../testing/story.ts';
import { isSmall } from './way.ts';

const small = (asked: string) => isSmall(planned(asked));

test('few rows of a rollup are little, and so are many of which conditions leave few', () => {
  expect(small('metrics=appeals&by=month')).toBe(true);
  expect(small('metrics=appeals&by=cell&resolution=9')).toBe(false);
  expect(small('metrics=appeals&by=cell&resolution=9&where=topic1:heating&where=district:north')).toBe(true);
});

test('what a condition leaves out is nearly everything', () => {
  expect(small('metrics=appeals&by=cell&resolution=9&where=topic1:!heating&where=district:!north')).toBe(
    false,
  );
});

test('appeals themselves are many, whatever is chosen of them in a few years', () => {
  expect(small('metrics=appeals&by=excluded_reason')).toBe(false);
  expect(small('metrics=appeals&by=excluded_reason&where=topic1:heating&where=district:north')).toBe(false);
});
