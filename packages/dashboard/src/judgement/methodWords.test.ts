import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parameterNames, parameterText, parameterWords } from './methodWords.ts';

const judgements = fileURLToPath(new URL('../../../judgement/src/', import.meta.url));
const methods = readdirSync(judgements)
  .map((folder) => `${judgements}${folder}/method.ts`)
  .filter((path) => existsSync(path));
/** The objects of parameters as they stand in the sources of the judgements. */
const parameters = methods.flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/parameters: \{([^{}]*)\}/g)].map(([, body = '']) => body),
);

test('every parameter that a method names has a name in both languages', () => {
  const keys = parameters.flatMap((body) =>
    [...body.matchAll(/(?:^|[,{])\s*(\w+)(?=\s*[:,]|\s*$)/g)].map(([, key = '']) => key),
  );
  expect(new Set(keys).size).toBeGreaterThan(30);
  expect(keys.filter((key) => key && !parameterNames[key])).toEqual([]);
});

test('every value that is words is in Chinese in the Chinese interface', () => {
  const words = parameters.flatMap((body) => [...body.matchAll(/'([^'\n]+)'/g)].map(([, word = '']) => word));
  const known = words.filter((word) => /[a-z]{2}/.test(word) && !['counts', 'cell', 'topics'].includes(word));
  expect(known.filter((word) => !parameterWords[word])).toEqual([]);
  expect(parameterText('topics', 'second level', 'zh')).toBe('分类：二级分类');
  expect(parameterText('cases_of_no_week', 5, 'zh')).toBe('混入的平均周样本数：5');
  expect(parameterText('robust', true, 'en')).toBe('robust: yes');
});
