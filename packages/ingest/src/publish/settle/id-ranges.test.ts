import { expect, test } from 'vitest';
import { groupByIds, type IdRange } from './id-ranges.ts';

const range = (generation: number, first: string, last: string, rows = 3_000_000): IdRange => ({
  generation,
  first,
  last,
  rows,
});

test('generations whose ids do not meet are apart, published ones without an incoming one are left out', () => {
  const groups = groupByIds(
    [range(11, 'b', 'd'), range(12, 'm', 'p')],
    [range(1, 'a', 'aa'), range(2, 'c', 'e'), range(3, 'e', 'f'), range(4, 'q', 'z')],
  );
  expect(groups).toEqual([
    { incoming: [11], published: [2, 3], rows: 3_000_000 },
    { incoming: [12], published: [], rows: 3_000_000 },
  ]);
});

test('one id in common is enough; small groups come together', () => {
  expect(groupByIds([range(11, 'b', 'd')], [range(1, 'd', 'd')])).toHaveLength(1);
  expect(groupByIds([range(11, 'a', 'b', 5), range(12, 'c', 'd', 6)], [])).toEqual([
    { incoming: [11, 12], published: [], rows: 11 },
  ]);
});

test('ids are in the order of their bytes, as the engine sees them', () => {
  // U+FF21 comes before U+1F600 in UTF-8 but behind it in UTF-16.
  const [group] = groupByIds([range(11, '\u{FF20}', '\u{1F600}')], [range(1, '\u{FF21}', '\u{FF22}')]);
  expect(group?.published).toEqual([1]);
});
