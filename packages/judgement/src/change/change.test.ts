import { parameters } from '@hotline-atlas/query/testing';
import { seededRandom } from '@hotline-atlas/statistics';
import { expect, test } from 'vitest';
import { changeCsv } from './csv.ts';
import { type ChangeInput, judgeChange } from './judge.ts';
import { monthsOf } from './months.ts';
import { parseChange } from './request.ts';
import { type Compared, groupsOf, marksOf, wholeChange } from './shape.ts';
import { type Sides, wholeOf } from './sides.ts';

const months = 36;

/** Judges sides whose history is as even as chance leaves it, or one of its own. */
function judged(kind: 'counts' | 'rate', sides: readonly Sides[], history?: Partial<ChangeInput>): Compared {
  const all = [wholeOf(sides), ...sides];
  const column = (name: 'now' | 'nowOf' | 'before' | 'beforeOf') =>
    Float64Array.from(all, (side) => side[name]);
  const even = (values: Float64Array) =>
    Float64Array.from({ length: all.length * months }, (_, at) => values[Math.floor(at / months)] ?? 0);
  const input: ChangeInput = {
    ...{ kind, months, fewest: 30, days: new Float64Array(months).fill(30) },
    ...{ now: column('now'), nowOf: column('nowOf'), before: column('before'), beforeOf: column('beforeOf') },
    ...{ counts: even(column('before')), of: even(column('beforeOf')), ...history },
  };
  return {
    kind,
    sides,
    whole: wholeOf(sides),
    season: null,
    judged: judgeChange(input),
    level: 0.05,
    ripe: true,
  };
}

const rate = (group: string, now: number, nowOf: number, before: number, beforeOf: number): Sides => ({
  group,
  now,
  nowOf,
  before,
  beforeOf,
});
const count = (group: string, now: number, before: number): Sides => rate(group, now, 0, before, 0);

const districts = (first: Sides): Sides[] => [
  first,
  ...Array.from({ length: 15 }, (_, index) =>
    rate(`district-${index}`, 190 + (index % 5), 200, 191 + (index % 3), 200),
  ),
];

test('130 of 139 after 169 of 169 in one of 16 districts is beyond chance, and told first', () => {
  const { group, mark, q, change } = groupsOf(judged('rate', districts(rate('yanqing', 130, 139, 169, 169))));
  expect([group[0], mark[0]]).toEqual(['yanqing', 'beyond_chance']);
  expect(q[0]).toBeCloseTo(0.0107, 3);
  expect(change[0]).toBeCloseTo(130 / 139 - 1, 11);
  expect(mark.filter((each) => each === 'beyond_chance')).toHaveLength(1);
});

test('the same in 29 answers is not announced; where a side is not ripe it is provisional', () => {
  const few = groupsOf(judged('rate', districts(rate('yanqing', 15, 29, 169, 169))));
  expect(few.mark[few.group.indexOf('yanqing')]).toBe('too_few');
  const unripe = { ...judged('rate', districts(rate('yanqing', 130, 139, 169, 169))), ripe: false };
  expect(new Set(groupsOf(unripe).mark)).toEqual(new Set(['provisional']));
});

test('a group that comes, one that goes, one nobody heard of before: no infinite ratio, no zero for unknown', () => {
  const compared = judged('counts', [
    count('new', 60, 0),
    count('gone', 0, 70),
    count('rare', 12, 17),
    count('same', 500, 500),
  ]);
  const { group, change_share, share_lower, share_upper, change_lower, mark, season } = groupsOf(compared);
  const at = (name: string) => group.indexOf(name);
  expect([change_share[at('new')], share_upper[at('new')]]).toEqual([null, null]);
  expect(share_lower[at('new')]).toBeGreaterThan(5);
  expect(change_lower[at('new')]).toBeGreaterThan(30);
  expect([change_share[at('gone')], share_lower[at('gone')]]).toEqual([-1, -1]);
  expect(share_upper[at('gone')]).toBeLessThan(-0.8);
  expect([mark[at('rare')], mark[at('same')]]).toEqual(['too_few', 'chance']);
  expect(season).toEqual([null, null, null, null]);
});

test('a group whose counts usually double and halve is within chance where a steady one is beyond', () => {
  const restless = Float64Array.from({ length: 3 * months }, (_, at) =>
    at < 2 * months ? 100 : ([50, 180, 90, 40, 160, 70, 130][at % 7] ?? 0),
  );
  const compared = judged('counts', [count('steady', 160, 100), count('restless', 160, 100)], {
    counts: restless,
  });
  const { group, mark, dispersion } = groupsOf(compared);
  expect(Object.fromEntries(group.map((name, at) => [name, mark[at]]))).toEqual({
    steady: 'beyond_chance',
    restless: 'chance',
  });
  expect(dispersion[group.indexOf('restless')]).toBeGreaterThan(10);
});

test('without a history counts are not judged, and rates are judged by chance alone', () => {
  const none = { months: 0, days: new Float64Array(), counts: new Float64Array(), of: new Float64Array() };
  expect(groupsOf(judged('counts', [count('a', 900, 100)], none)).mark).toEqual(['too_few']);
  expect(groupsOf(judged('rate', [rate('a', 900, 1000, 100, 1000)], none)).mark).toEqual(['beyond_chance']);
});

test('contributions add up to the change of the whole, whatever the groups', () => {
  const random = seededRandom(21);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  for (let round = 0; round < 50; round++) {
    const sides = Array.from({ length: 1 + upTo(9) }, (_, index) => {
      const [nowOf, beforeOf] = [upTo(500) * upTo(1), 1 + upTo(500)];
      return rate(`group-${index}`, upTo(nowOf), nowOf, upTo(beforeOf), beforeOf);
    });
    const closing = (compared: Compared) => {
      const parts = groupsOf(compared).contribution.map((part) => part ?? 0);
      const { change } = wholeChange(compared);
      if (change !== null) expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(change, 9);
    };
    closing(judged('rate', sides));
    closing(
      judged(
        'counts',
        sides.map(({ group, now, before }) => count(group, now, before)),
      ),
    );
  }
});

test('the whole alone has no groups', () => {
  const sides = [rate('', 900, 1000, 700, 1000)];
  const compared = { ...judged('rate', sides), sides: [] };
  expect(groupsOf(compared).group).toEqual([]);
  expect(wholeChange(compared)).toMatchObject({ mark: 'beyond_chance', now: 0.9, before: 0.7 });
});

test('marks are counted with their words, and a file ends with the whole', () => {
  const compared = judged('rate', districts(rate('=cmd', 130, 139, 169, 169)));
  const groups = groupsOf(compared);
  expect(marksOf(groups).map(({ name, symbol, groups: many }) => [name, symbol, many])).toEqual([
    ['beyond_chance', '●', 1],
    ['provisional', '○', 0],
    ['chance', '–', 15],
    ['too_few', '·', 0],
  ]);
  const file = changeCsv({ groups, whole: wholeChange(compared), meta: { by: 'district' } } as never);
  const lines = file.trimEnd().split('\n');
  expect(lines).toHaveLength(18);
  expect(lines[1]).toMatch(/^'=cmd,0\.935/);
  expect(lines.at(-1)).toMatch(/^\*,/);
});

test('months without whole data are unknown in every row; the whole holds groups nobody asked about', () => {
  const series = [
    { keys: ['a'], days: Uint16Array.of(0, 59), counts: [Uint32Array.of(3, 4)] },
    { keys: ['b'], days: Uint16Array.of(59), counts: [Uint32Array.of(2)] },
  ];
  const matrix = monthsOf({ series }, ['a'], ['1970-01-01', '1970-03-01']);
  expect([...matrix.counts]).toEqual([3, Number.NaN, 6, 3, Number.NaN, 4]);
  expect([...matrix.days]).toEqual([31, 28, 31]);
});

test('what is asked: defaults, and what is not understood', () => {
  const asked = (address: string) => parseChange(parameters(address), ['pandemic']);
  expect(asked('')).toMatchObject({
    metric: 'appeals',
    compare: 'year',
    by: null,
    level: 0.05,
    format: 'json',
  });
  expect(asked('compare=2023-01-01..2023-03-01&by=topic3').compare).toEqual({
    from: '2023-01-01',
    to: '2023-03-01',
  });
  for (const wrong of ['metric=median_hours_to_close', 'by=month', 'by=cell', 'level=0.5', 'compare=last'])
    expect(() => asked(wrong), wrong).toThrow(/not understood/);
});
