import { expect, test } from 'vitest';
import { type ChainedEntry, chainFrom, firstHash, hashOfEntry } from './chain.ts';

const entry = (number: number): ChainedEntry => ({
  number,
  at: new Date(1_700_000_000_000 + number),
  who: 'liwei',
  event: 'export-ended',
  subject: null,
  detail: `{"rows":${number}}`,
});

function chain(many: number) {
  let hash = firstHash;
  return Array.from({ length: many }, (_, index) => {
    hash = hashOfEntry(hash, entry(index + 1));
    return { ...entry(index + 1), hash };
  });
}

const firstBreak = (entries: ReturnType<typeof chain>) => {
  const { follow } = chainFrom(0, firstHash);
  for (const one of entries) {
    const broken = follow(one);
    if (broken) return broken.number;
  }
  return null;
};

test('a chain as it was written is whole', () => {
  expect(firstBreak(chain(50))).toBeNull();
});

test.each<[string, (entries: ReturnType<typeof chain>) => ReturnType<typeof chain>, number]>([
  [
    'changed detail',
    (all) => all.map((one) => (one.number === 7 ? { ...one, detail: '{"rows":8}' } : one)),
    7,
  ],
  ['another who', (all) => all.map((one) => (one.number === 3 ? { ...one, who: null } : one)), 3],
  ['removed entry', (all) => all.filter(({ number }) => number !== 9), 9],
  ['swapped entries', ([first, second, ...rest]) => [second, first, ...rest] as ReturnType<typeof chain>, 1],
  [
    'an entry rewritten with its hash',
    (all) =>
      all.map((one, index) => {
        if (one.number !== 5) return one;
        const changed = { ...one, event: 'sign-in' };
        return { ...changed, hash: hashOfEntry(all[index - 1]?.hash ?? '', changed) };
      }),
    6,
  ],
])('%s is found, and the first broken entry named', (_what, tamper, number) => {
  expect(firstBreak(tamper(chain(12)))).toBe(number);
});
