import { userInfo } from 'node:os';
import { type City, readCity } from '@hotline-atlas/city';
import {
  type Configuration,
  connect,
  type Database,
  migrate,
  readConfiguration,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import { type Progress, type Step, terminalProgress } from '@hotline-atlas/progress';
import { Command } from 'commander';
import { clearAway } from './erase/clear-away.ts';
import { type ErasureEvents, eraseAppeals, findAppeals, resumeErasures } from './erase/erase-appeals.ts';
import { eraseDue, findDueErasures } from './erase/erase-due.ts';
import type { Sought } from './erase/find-appeals.ts';
import { explainFailure } from './explain-failure.ts';
import { finishLoads } from './finish/finish-loads.ts';
import { readCallerKey } from './load/caller-key.ts';
import { publishReference } from './load/reference.ts';
import { tellState } from './progress.ts';
import { readErasures } from './tables/erasures.ts';

interface Options {
  due?: boolean;
  dryRun?: boolean;
  caller?: string;
  id?: string[];
  find?: boolean;
  confirm?: boolean;
  texts?: boolean;
  whole?: boolean;
  reason?: string;
  by?: string;
  list?: boolean;
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

function step(progress: Progress, label: string): (done: number, of: number) => void {
  let shown: Step | null = null;
  return (done, of) => {
    if (done === 0) shown = progress.step(label, of);
    shown?.update(done);
  };
}

function showErasing(progress: Progress): ErasureEvents {
  return {
    onWait: (holder) => progress.say(`waiting: ${holder} is loading`),
    onErased: step(progress, 'writing months anew'),
    onSummed: step(progress, 'summing up'),
  };
}

/** What follows an erasure: sums of years, merged parts, the index; and that the disk holds nothing of it. */
async function finish(database: Database, progress: Progress): Promise<{ gone_from_disk: boolean }> {
  await finishLoads(database, { onState: tellState });
  progress.say(
    'nobody sees it any more; waiting up to ten minutes until it has left the disk (ended now, it goes by itself)',
  );
  return { gone_from_disk: await clearAway(database) };
}

async function erasePerson(
  configuration: Configuration,
  database: Database,
  sought: Sought,
  { confirm, whole, reason = '', by = userInfo().username }: Options,
): Promise<void> {
  const key = readCallerKey(configuration);
  if (!confirm) return print(await findAppeals(database, key, sought));
  const began = performance.now();
  const progress = terminalProgress();
  const request = { sought, grade: whole ? 'whole' : 'texts', reason, who: by } as const;
  const entry = await eraseAppeals(database, key, request, showErasing(progress));
  const seconds = Math.round(performance.now() - began) / 1000;
  print({ ...entry, seconds, ...(await finish(database, progress)) });
}

async function eraseByAge(
  configuration: Configuration,
  database: Database,
  city: City,
  { dryRun }: Options,
): Promise<void> {
  if (dryRun) return print({ ...(await findDueErasures(database, city)), dry_run: true });
  const began = performance.now();
  const progress = terminalProgress();
  const events = showErasing(progress);
  const resumed = await resumeErasures(database, readCallerKey(configuration), events);
  const report = await eraseDue(database, city, events);
  const seconds = Math.round(performance.now() - began) / 1000;
  const isChanged = report.texts + report.callers + report.rejected + resumed.length > 0;
  const done = isChanged ? await finish(database, progress) : { gone_from_disk: true };
  print({ ...report, resumed: resumed.length, seconds, ...done });
}

async function run(options: Options): Promise<void> {
  const configuration = readConfiguration(process.env, process.env.INIT_CWD ?? process.cwd());
  const city = readCity(configuration.citiesDir, configuration.city);
  const connection = await connect(configuration);
  try {
    const database = await connection.database(city.code);
    await migrate(database, sqlFolder);
    await publishReference(database, city);
    const { caller, id: ids } = options;
    if (options.list) for (const entry of await readErasures(database)) print(entry);
    else if (caller !== undefined) await erasePerson(configuration, database, { caller }, options);
    else if (ids !== undefined) await erasePerson(configuration, database, { ids }, options);
    else await eraseByAge(configuration, database, city, options);
  } finally {
    await connection.close();
  }
}

/** What is wrong with the options; null when nothing is. */
function wrongWith({ due, dryRun, caller, id, find, confirm, texts, whole, reason, list }: Options) {
  const asked = [due, caller, id, list].filter((each) => each !== undefined);
  if (asked.length !== 1) return 'say one of --due, --caller, --id and --list';
  const isPerson = caller !== undefined || id !== undefined;
  if (dryRun && !due) return '--dry-run goes with --due';
  if (isPerson && Boolean(find) === Boolean(confirm)) return 'say --find first, and --confirm to erase';
  if (texts && whole) return 'say --texts or --whole';
  if (confirm && !reason?.trim()) return '--confirm needs a --reason, which is kept in the ledger';
  if (caller?.trim() === '' || id?.some((each) => each.trim() === '')) return 'the caller or id is empty';
  return null;
}

const program = new Command('pnpm erase')
  .description('Erases what the city keeps no longer, or what a person asked to be erased: docs/erasure.md.')
  .option('--due', 'blank texts and callers that are older than `retention` of the city pack')
  .option('--dry-run', 'with --due: say how many are due, and change nothing')
  .option('--caller <number>', 'the appeals of a caller, as files name them')
  .option('--id <id>', 'an appeal; may be repeated', (id: string, before: string[] = []) => [...before, id])
  .option('--find', 'list them, and change nothing')
  .option('--confirm', 'erase them')
  .option('--texts', 'blank text, reply, address, point and caller; they still count (default)')
  .option('--whole', 'take them out of every figure')
  .option('--reason <words>', 'why; no personal data, for it is kept')
  .option('--by <name>', 'who erases; the name of the user by default')
  .option('--list', 'list the ledger of erasures')
  .action((options: Options) => {
    const wrong = wrongWith(options);
    return wrong === null ? run(options) : program.error(`error: ${wrong}`);
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(`${explainFailure(error)}\n`);
});
