import { existsSync, writeFileSync } from 'node:fs';
import { precedence } from '../precedence.ts';
import { atIntervals } from './at-intervals.ts';

/** How often the engine is looked at, in milliseconds. */
const interval = 1000;
/** Below this share of one processor nobody has to be yielded to. */
const busyFrom = 0.1;
/** Ten steps leave about a tenth of the share of others, and all of what they leave. */
const patience = 10;

const sessionGroup = '/proc/self/autogroup';

/** How many statements of loads run, and merges of what they wrote. */
const loading = `SELECT (SELECT count() FROM system.processes WHERE Settings['priority'] = '${precedence.loading.priority}')
  + (SELECT count() FROM system.merges)`;

/** Tells how busy this process was since it was asked last, in processors. */
function busyness(): () => number {
  let [usage, since] = [process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(usage);
    const passed = performance.now() - since;
    [usage, since] = [process.cpuUsage(), performance.now()];
    return (user + system) / 1000 / passed;
  };
}

/**
 * Lets other programs go first while a load runs. Linux shares the processor out by sessions (autogroup)
 * before it looks at how nice a thread is, and the engine has a session of its own: a load would take as much
 * as the API and a browser beside it together. So the whole session is made nice meanwhile; within it,
 * questions come before the load as ever, and where the engine may not make threads nice, this is all there
 * is. Systems that do not share out so need nothing. See https://man7.org/linux/man-pages/man7/sched.7.html
 * @param ask answers a statement of the engine
 */
export function yieldToOthers(ask: (sql: string) => Promise<Response>): void {
  if (!existsSync(sessionGroup)) return;
  const busy = busyness();
  let given = 0;
  atIntervals(interval, async () => {
    const loads = busy() > busyFrom ? Number(await (await ask(loading)).text()) : 0;
    const wanted = loads > 0 ? patience : 0;
    if (wanted === given) return;
    writeFileSync(sessionGroup, String(wanted), { flag: 'r+' });
    given = wanted;
  });
}
