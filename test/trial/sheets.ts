/**
 * Prints what the documents of an evaluation hash to, and how long 343 units take. `pnpm trial sheets
 * [units]`: run it by another version of Node.js and compare the hashes.
 */
import { createHash } from 'node:crypto';
import { createRenderer } from '../../packages/reports/src/threads/renderer.ts';
import { tasksOf } from '../../packages/reports/testing/tasks.ts';

const units = Number(process.argv[2] ?? 343);
const never = new AbortController().signal;
const { render, close } = createRenderer({ patience: 600_000 });

process.stdout.write(`Node.js ${process.version}, ${units} units\n`);
for (const round of ['first', 'again'])
  for (const { name, task } of tasksOf(units)) {
    const began = performance.now();
    const bytes = await render(task, never);
    const milliseconds = Math.round(performance.now() - began);
    const hash = createHash('sha256').update(bytes).digest('hex');
    process.stdout.write(`${round}\t${name}\t${hash}\t${bytes.length} bytes\t${milliseconds} ms\n`);
  }
await close();
