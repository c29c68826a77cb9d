import { setTimeout } from 'node:timers/promises';
import { createApp, listen, readyCells, readyThreads } from '@hotline-atlas/api';
import type { City } from '@hotline-atlas/city';
import {
  type Configuration,
  connect,
  type Database,
  migrate,
  readPublication,
  sqlFolder,
} from '@hotline-atlas/clickhouse';
import { finishLoads, publishReference } from '@hotline-atlas/ingest';
import { buildDashboard, dashboardFolder } from './build-dashboard.ts';
import { provideHistory } from './demonstration.ts';
import { leftOf, type Progress } from './progress.ts';

export interface StartRequest {
  configuration: Configuration;
  city: City;
  /** Appeals of the demonstration history, where there is to be one; null: as many as were begun, or the usual ones. */
  appeals: number | null;
  progress: Progress;
}

/** Everything that was started. */
export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** How far the index of the texts is, now and then. */
function tellIndexed(progress: Progress): (appeals: number, of: number) => void {
  const began = Date.now();
  let toldAt = began;
  return (appeals, of) => {
    if (Date.now() - toldAt < betweenLines) return;
    toldAt = Date.now();
    const share = Math.floor((100 * appeals) / Math.max(of, 1));
    progress.say(
      `indexing the texts: ${share} %, ${leftOf(began, appeals, of)} left; until then search reads them`,
    );
  };
}
const betweenLines = 30_000;

/** Finishes loads while the dashboard is in use already. What is not done by the end goes on next time. */
async function finish(database: Database, progress: Progress, signal: AbortSignal): Promise<void> {
  try {
    const { appeals, seconds } = await finishLoads(database, { onIndexed: tellIndexed(progress) }, signal);
    if (appeals > 0 && !signal.aborted)
      progress.say(
        `indexed the texts of ${appeals.toLocaleString('en')} appeals in ${Math.round(seconds)} s`,
      );
  } catch (error) {
    if (!signal.aborted)
      progress.say(
        `All of it counts, but answers and searches are slower than they could be: ${(error as Error).message}`,
      );
  }
}

const betweenFinishes = 10 * 60_000;

/** Finishes loads again and again: another process may have loaded something, and sums of years rest for a while before they are made anew. */
async function keepFinished(database: Database, progress: Progress, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await finish(database, progress, signal);
    await setTimeout(betweenFinishes, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/**
 * Starts engine, API and dashboard; makes the demonstration history where the database is empty. Settles once the
 * dashboard can be used; `whileStarting` gets what must be stopped if that is interrupted.
 * @throws ConfigurationError when port, folder or engine are not to be had
 */
export async function start(
  { configuration, city, appeals, progress }: StartRequest,
  whileStarting: (running: Running) => void,
): Promise<Running> {
  const connection = await connect(configuration);
  let running: Running = { url: '', stop: () => connection.close() };
  try {
    const database = await connection.database(city.code);
    await migrate(database, sqlFolder);
    await publishReference(database, city);
    const app = createApp({ database, city, dashboard: dashboardFolder });
    const listening = await listen(app, configuration.port, configuration.host);
    // Whoever asks first would wait for it; that it failed is told to whoever asks.
    Promise.all([readyThreads(), readyCells(city)]).catch(() => undefined);
    const stopping = new AbortController();
    running = {
      url: listening.url,
      stop: async () => {
        stopping.abort();
        await listening.close();
        await connection.close();
      },
    };
    whileStarting(running);
    const built = buildDashboard();
    await provideHistory(configuration, database, city, appeals, progress);
    await built;
    if (!(await readPublication(database)))
      progress.say(`${city.name.en} has no data yet: load some with CITY=${city.code} pnpm ingest <files>`);
    void keepFinished(database, progress, stopping.signal);
    return running;
  } catch (error) {
    await running.stop();
    throw error;
  }
}
