import { appealFieldNames, appealFieldOf, type FieldForm } from '@hotline-atlas/model';
import { expect, test } from 'vitest';
import { openRiverton } from '../riverton.ts';

/** How the table holds a form; undefined: a column of files only. */
const types: Record<FieldForm, RegExp | undefined> = {
  id: /^String$/,
  text: /^String$/,
  time: /^DateTime\('UTC'\)$/,
  count: /^Int16$/,
  number: /^Float64$/,
  point: undefined,
  standard: /^LowCardinality\(String\)$/,
  answer: /^Enum8\(/,
  word: /^LowCardinality\(String\)$/,
  caller: /^UInt64$/,
  cell: /^UInt64$/,
  flaws: /^Array\(LowCardinality\(String\)\)$/,
};

/** Columns that are about a row and not about the appeal, or worked out from its fields. */
const besides = ['generation', 'load', 'line', 'observed', 'day', 'hour', 'close_bin'];

test('the table holds every field of an appeal in its form, and nothing else', async () => {
  const { value, close } = await openRiverton('appeal_fields');
  try {
    const columns = new Map(
      (await value(
        `SELECT groupArray((name, type)) FROM system.columns
WHERE database = currentDatabase() AND table = 'appeal' AND default_kind != 'ALIAS'`,
      )) as [string, string][],
    );
    const held = appealFieldNames.filter((name) => types[appealFieldOf(name).form] !== undefined);
    expect([...columns.keys()].sort()).toEqual([...held, ...besides].sort());
    for (const name of held) expect(columns.get(name), name).toMatch(types[appealFieldOf(name).form] ?? '');
  } finally {
    await close();
  }
});
