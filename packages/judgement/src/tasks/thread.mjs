// Where a thread begins: a new thread of Node 20 does not read TypeScript until it is told how.
import { register } from 'tsx/esm/api';

register();
const { tasks } = await import('./tasks.ts');

export function runTask({ task, input }) {
  const run = tasks.get(task);
  if (!run) throw new TypeError(`${task} is not in the list of tasks.ts; add it there.`);
  return run(input);
}
