/**
 * Works through items in their order, several at a time. Fails with the first failure, but only when nothing
 * is under way any more.
 */
export async function atATime<Item>(
  several: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const take = async () => {
    try {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: several }, take));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
