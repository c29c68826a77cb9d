import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sources } from './sources.ts';

const table = readFileSync(fileURLToPath(new URL('../../docs/chinese-terms.md', import.meta.url)), 'utf8');

/** What the last column of the table forbids. */
const refused = table
  .split('\n')
  .filter((line) => line.startsWith('|') && /\p{Script=Han}/u.test(line))
  .slice(1)
  .flatMap((line) => line.split('|').at(-2)?.trim().split('、') ?? [])
  .filter(Boolean);

/** These packages read or make up what others write, and say nothing of their own. */
const apart = ['synthetic', 'ingest', 'bench'];
const isApart = (path: string) => /^city\/scripts\/|\.test\.tsx?$/.test(path);

/** Lines with Han that somebody reads; neither comments nor the patterns that take names apart. */
const said = sources
  .filter((source) => !apart.includes(source.package) && !isApart(source.path))
  .flatMap(({ path, text }) =>
    text.split('\n').map((line, index) => ({ line, at: `${path}:${index + 1} ${line.trim()}` })),
  )
  .filter(({ line }) => /\p{Script=Han}/u.test(line) && !/^\s*(\/\*|\*|\/\/)|RegExp|\/u\)/.test(line));

test('Chinese sentences have full-width punctuation and no space beside digits', () => {
  expect(said.length).toBeGreaterThan(1000);
  const half =
    /\p{Script=Han}[,:;?!()]|[(),:;][\p{Script=Han}，。；：、（）]|\p{Script=Han} [0-9]|[0-9%] \p{Script=Han}/u;
  expect(said.filter(({ line }) => half.test(line)).map(({ at }) => at)).toEqual([]);
});

test('what is drawn joins words by the joiners of its language, ui/format/joined.ts', () => {
  const drawn = sources.filter(({ path }) => /^(dashboard|ui)\/.*(?<!test)\.tsx$/.test(path));
  expect(drawn.length).toBeGreaterThan(150);
  // A name, a mark of English and another name; the record of administration says codes as they are.
  const joined = /[\w)'\]]\}[,:;](\{' '\}| [<{$`])|`[,:;] \$\{|\.join\('[,:;] '\)/;
  const found = drawn
    .filter(({ path }) => !/AuditPanel|AccountDialog/.test(path))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => joined.test(line))
        .map((line) => `${path} ${line}`),
    );
  expect(found).toEqual([]);
});

test('one Chinese word for one meaning, as docs/chinese-terms.md says', () => {
  expect(refused.length).toBeGreaterThan(20);
  const found = said.filter(({ line }) => refused.some((word) => line.includes(word)));
  expect(found.map(({ at }) => at)).toEqual([]);
});
