// Where a thread begins: a new thread of Node 20 does not read TypeScript until it is told how.
import { register } from 'tsx/esm/api';

register();
const { tasks } = await import('./tasks.ts');

export const judge = ({ task, input }) => tasks[task](input);
