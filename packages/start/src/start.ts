import { setTimeout } from 'node:timers/promises';
import type { AccessConfiguration } from '@hotline-atlas/access';
import { createApp, listen, prefetchEvaluation } from '@hotline-atlas/api';
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
import { prefetchCells, prefetchRipening, warmUpThreads } from '@hotline-atlas/judgement';
import { leftOf, type Progress } from '@hotline-atlas/progress';
import { openStore, type Store, StoreUnreachable } from '@hotline-atlas/store';
import { buildDashboard, dashboardFolder } from './build-dashboard.ts';
import type { DemonstrationRequest } from './choose-history.ts';
import { removeNotice, writeNotice } from './console-notice.ts';
import { canShowItself, provideHistory } from './demonstration.ts';
import { createErasing, type Erasing } from './erasures.ts';
import { holdFolder } from './hold-folder.ts';
import { hostsOf, openAccess, tellFirstLink } from './open-access.ts';
import { plantEvaluation } from './plant-evaluation.ts';
import { watched } from './watch-progress.ts';

export interface StartRequest {
  configuration: Configuration;
  access: AccessConfiguration;
  city: City;
  demonstration: DemonstrationRequest;
  progress: Progress;
  /** Starts beside a server that holds the folder: commands of this machine go on asking that one. */
  isBeside?: boolean;
  /** Builds the dashboard unless it is built already. */
  build?: () => Promise<unknown>;
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
    const { appeals, seconds } = await finishLoads(database, {
      signal,
      onState: progress.say,
      onIndexed: tellIndexed(progress),
    });
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

/**
 * Opens the store. One that does not answer is told, and opened by whoever needs it later; meanwhile
 * everything that is only read goes on.
 * @throws ConfigurationError when it never will be as things are
 */
async function openKept(store: Store, progress: Progress): Promise<void> {
  try {
    await store.ready();
  } catch (error) {
    if (!(error instanceof StoreUnreachable)) throw error;
    progress.say(`${error.message} What is kept is not to be had until it does.`);
  }
}

const emptyDatabase = (city: City): string =>
  `${city.name.en} has no data yet: load some with CITY=${city.code} pnpm ingest <files> --source <source>${canShowItself(city) ? ', or see made-up data with pnpm start --demonstration' : ''}`;

const betweenFinishes = 10 * 60_000;

/**
 * Finishes loads again and again: another process may have loaded something, and sums of years rest for a
 * while before they are made anew.
 */
async function keepFinished(
  database: Database,
  { keepErased }: Erasing,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await keepErased();
    await finish(database, progress, signal);
    await setTimeout(betweenFinishes, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

/** What there is to stop, the last first; asked to more than once, it is done once. */
function createStops() {
  const stops: (() => Promise<unknown>)[] = [];
  const all = async () => {
    for (const stop of stops.reverse()) await stop().catch(() => undefined);
  };
  let stopped: Promise<void> | null = null;
  return {
    add: (stop: () => Promise<unknown>) => stops.push(stop),
    stop: () => {
      stopped ??= all();
      return stopped;
    },
  };
}

/**
 * Starts engine, API and dashboard; makes the demonstration history where there is to be one. Settles once
 * the dashboard can be used; `whileStarting` gets what must be stopped if that is interrupted.
 * @throws ConfigurationError when port, folder or engine are not to be had, or another holds the folder;
 *   DashboardBuildError when the dashboard cannot be built
 */
export async function start(
  request: StartRequest,
  whileStarting: (running: Running) => void,
): Promise<Running> {
  const { configuration, access: asked, city, demonstration, progress: told } = request;
  const { build = buildDashboard, isBeside = false } = request;
  const holds = !isBeside && (configuration.server === null || configuration.storeUrl === null);
  const { progress, underway } = watched(told);
  const stopping = new AbortController();
  const { add, stop } = createStops();
  whileStarting({ url: '', stop });
  try {
    if (holds) {
      add(async () => stopping.abort(new Error('Everything is being stopped')));
      const release = await holdFolder(configuration.dataDir);
      if (stopping.signal.aborted) release();
      stopping.signal.throwIfAborted();
      add(async () => release());
    }
    const store = openStore({
      url: configuration.storeUrl,
      folder: configuration.dataDir,
      signal: stopping.signal,
    });
    add(() => store.close());
    const opening = openKept(store, progress);
    opening.catch(() => undefined);
    const connecting = connect(configuration, stopping.signal);
    add(async () => (await connecting.catch(() => null))?.close());
    add(async () => stopping.abort(new Error('Everything is being stopped')));
    const database = await (await connecting).database(city.code);
    await migrate(database, sqlFolder);
    await publishReference(database, city);
    let filling = true;
    const { access, secret } = await openAccess({ configuration, access: asked, city, store });
    const erasing = createErasing({ configuration, database, city }, progress.say, stopping.signal);
    const app = createApp({
      database,
      access,
      secret,
      trustedProxies: asked.trustedProxies,
      isEncrypted: asked.publicUrl?.startsWith('https://') ?? false,
      city,
      store,
      dashboard: dashboardFolder,
      hosts: hostsOf(configuration, asked),
      erasures: erasing.erasures,
      progress: () => (filling ? (underway() ?? { step: 'starting', share: 0 }) : undefined),
    });
    const listening = listen(app, configuration.port, configuration.host);
    add(async () => (await listening.catch(() => null))?.close());
    const { url } = await listening;
    if (holds) {
      writeNotice(configuration.dataDir, { url, secret: access.consoleSecret, pid: process.pid });
      add(async () => removeNotice(configuration.dataDir));
    }
    // Whoever asks first would wait for it; that it failed is told to whoever asks.
    Promise.all([warmUpThreads(), prefetchCells(city)]).catch(() => undefined);
    await Promise.all([
      build(),
      provideHistory(configuration, database, city, demonstration, progress),
      opening,
    ]);
    await tellFirstLink(access, progress);
    filling = false;
    if (!(await readPublication(database))) progress.say(emptyDatabase(city));
    stopping.signal.throwIfAborted();
    prefetchRipening(database, city)
      .then(() => prefetchEvaluation(database, city, stopping.signal))
      .catch(() => undefined);
    void keepFinished(database, erasing, progress, stopping.signal);
    if (!isBeside) {
      const planting = plantEvaluation({ database, city, store, signal: stopping.signal }, progress);
      add(async () => {
        stopping.abort(new Error('Everything is being stopped'));
        await planting;
      });
    }
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
