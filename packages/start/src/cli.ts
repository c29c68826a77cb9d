import { readAccessConfiguration } from '@hotline-atlas/access';
import { readCity } from '@hotline-atlas/city';
import { readConfiguration } from '@hotline-atlas/clickhouse';
import { explainFailure } from '@hotline-atlas/ingest';
import { terminalProgress } from '@hotline-atlas/progress';
import { ForeignFilesError } from '@hotline-atlas/synthetic';
import { Command, InvalidArgumentError } from 'commander';
import { DashboardBuildError } from './build-dashboard.ts';
import { demonstrationAppeals } from './choose-history.ts';
import { type Running, start } from './start.ts';

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('should be a whole number.');
  return Number(text);
}

let stopping = false;
let ready = false;

/** Stops everything once, at the first Ctrl-C; a second one does not wait. */
function stopOnSignal(current: () => Running | null): void {
  const stop = async () => {
    if (stopping) process.exit(130);
    stopping = true;
    process.stderr.write(
      ready ? '\nstopping …\n' : '\nstopping … What is done stays: the same command goes on.\n',
    );
    await current()
      ?.stop()
      .catch(() => undefined);
    process.exit(ready ? 0 : 130);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

interface Options {
  appeals?: number;
  demonstration?: boolean;
  build: boolean;
  beside?: boolean;
}

async function run({ appeals, demonstration = false, build, beside = false }: Options): Promise<void> {
  const configuration = readConfiguration(process.env, process.env.INIT_CWD ?? process.cwd());
  const access = readAccessConfiguration(process.env, configuration);
  const city = readCity(configuration.citiesDir, configuration.city);
  const progress = terminalProgress();
  let running: Running | null = null;
  stopOnSignal(() => running);
  progress.say(`Hotline Atlas · ${city.name.en}: starting`);
  const asked = { wanted: demonstration || appeals !== undefined, appeals: appeals ?? null };
  const request = { configuration, access, city, demonstration: asked, progress, isBeside: beside };
  const started = await start(build ? request : { ...request, build: async () => false }, (now) => {
    running = now;
  });
  running = started;
  ready = true;
  const open = access.mode === 'open' ? ' · open access: everybody on this machine sees everything' : '';
  progress.say(`Hotline Atlas · ${city.name.en}: ${started.url}${open} — Ctrl-C stops everything`);
}

/** What fails because everything is being stopped is no news: the process ends when that is done. */
function explain(error: unknown): void {
  if (stopping) return;
  const isClear = error instanceof ForeignFilesError || error instanceof DashboardBuildError;
  process.stderr.write(`${isClear ? error.message : explainFailure(error)}\n`);
  process.exit(1);
}

await new Command('pnpm start')
  .description('Starts engine, API and dashboard of the city named by CITY.')
  .option(
    '--appeals <number>',
    `make a demonstration history of this size (${demonstrationAppeals.toLocaleString('en')} where there is no data in the embedded engine)`,
    wholeNumber,
  )
  .option('--demonstration', 'make the demonstration history in the server of CLICKHOUSE_URL, too')
  .option('--beside', 'start beside a server that holds DATA_DIR, on another PORT; pnpm bench does')
  .option('--no-build', 'leave the built dashboard as it is; pnpm dev serves it from its sources')
  .action(run)
  .parseAsync()
  .catch(explain);
