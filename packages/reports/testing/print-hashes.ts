import { createHash } from 'node:crypto';
import { render } from '../src/threads/render.ts';
import { tasksOf } from './tasks.ts';

/** Prints what every made-up document hashes to: run by tests and trials in another process. */
const hashes: string[] = [];
for (const { name, task } of tasksOf(Number(process.argv[2] ?? 12))) {
  const bytes = await render(task);
  hashes.push(`${name} ${createHash('sha256').update(bytes).digest('hex')}`);
}
process.stdout.write(`${hashes.join('\n')}\n`);
