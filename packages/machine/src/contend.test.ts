import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contend, type Flags } from './contend.ts';

/** Flags in memory: every act happens, and is answered, when the scheduler says so. */
function fakeFlags(step: () => Promise<unknown>) {
  const flags = new Map<string, boolean>([['000', true]]);
  let given = 100;
  const act = async <Answer>(work: () => Answer): Promise<Answer> => {
    await step();
    const answer = work();
    await step();
    return answer;
  };
  const board: Flags = {
    raise: () => {
      const name = String(++given);
      return act(() => {
        flags.set(name, false);
        return name;
      });
    },
    lower: (name) => act(() => void flags.delete(name)),
    up: () => act(() => [...flags].sort().map(([name, left]) => ({ name, left, holder: name }))),
    pause: step,
  };
  return { board, flags };
}

test('of those who try once at the same time one wins at the most, and leaves its flag up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 5 }), async (scheduler, many) => {
      const { board, flags } = fakeFlags(() => scheduler.schedule(Promise.resolve()));
      const outcomes = await scheduler.waitFor(
        Promise.all(Array.from({ length: many }, () => contend(board))),
      );
      const won = outcomes.flatMap((outcome) => ('won' in outcome ? [outcome.won] : []));
      expect(won.length).toBeLessThanOrEqual(1);
      if (many === 1) expect(won).toHaveLength(1);
      expect([...flags.keys()].filter((name) => name !== '000')).toEqual(won);
    }),
    { numRuns: 300 },
  );
});
