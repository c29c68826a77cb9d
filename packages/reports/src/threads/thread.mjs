// Where the thread begins: a new thread of Node 20 does not read TypeScript until it is told how.
import { register } from 'tsx/esm/api';

register();
const { render } = await import('./render.ts');

export const renderTask = (task) => render(task);
