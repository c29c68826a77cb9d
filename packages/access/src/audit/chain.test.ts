import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { auditKeyOf, type ChainedEntry, chainFrom, firstHash, hashOfEntry } from './chain.ts';

const key = auditKeyOf('a secret of the server, of 32 characters');

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
    hash = hashOfEntry(key, hash, entry(index + 1));
    return { ...entry(index + 1), hash };
  });
}

const breakOf = (entries: ReturnType<typeof chain>, by = key) => {
  const { follow } = chainFrom(by, { number: 0, hash: firstHash });
  for (const one of entries) {
    const broken = follow(one);
    if (broken) return broken;
  }
  return null;
};
const firstBreak = (entries: ReturnType<typeof chain>) => breakOf(entries)?.number ?? null;

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
        return { ...changed, hash: hashOfEntry(key, all[index - 1]?.hash ?? '', changed) };
      }),
    6,
  ],
])('%s is found, and the first broken entry named', (_what, tamper, number) => {
  expect(firstBreak(tamper(chain(12)))).toBe(number);
});

test('whoever has the store but not the secret cannot chain entries anew', () => {
  let hash = firstHash;
  const forged = chain(5).map((one) => {
    const { number, at, who, event, subject, detail } = { ...one, who: 'somebody else' };
    const said = JSON.stringify([number, at.toISOString(), who, event, subject, detail]);
    hash = createHash('sha256').update(`${hash}\n${said}`).digest('hex');
    return { ...one, who, hash };
  });
  expect(breakOf(forged)).toEqual({ number: 1, reason: expect.stringContaining('without the key') });
  const other = breakOf(chain(5), auditKeyOf('another secret of 32 characters, or more'));
  expect(other).toEqual({ number: 1, reason: expect.stringContaining('another AUTH_SECRET') });
});
