import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readHoldings } from './find-choices.ts';
import { commitOf, describeMachine } from './machine.ts';
import { measureAll } from './measure/ask-ours.ts';
import { type BrowserFigures, findChromium, measureBrowser } from './measure/browser.ts';
import { measureCold } from './measure/cold.ts';
import { type ComparedFigures, compareSides } from './measure/compare-sides.ts';
import { type ExportFigures, measureExports } from './measure/exporting.ts';
import { type JudgingFigures, measureJudging } from './measure/judging.ts';
import { type LoadingFigures, measureLoading } from './measure/loading.ts';
import { measureStorage } from './measure/storage.ts';
import { measureUsers, type UsersFigures } from './measure/users.ts';
import { type Bench, openBench, type Part, type RunOptions } from './open-bench.ts';
import { type Pace, takePace } from './pace.ts';
import { loadingFiles, type Prepared, prepareRivals } from './prepare.ts';
import { inFairOrder, inMixedOrder } from './questions/sample.ts';
import type { Result } from './result.ts';
import { summarizeOurs, summarizeSides } from './summarize.ts';
import { summaryOf } from './summary.ts';
import { readCompleteness, waitUntilSummedUp } from './summed-up.ts';
import { unlisted } from './unlisted.ts';

const wants = (bench: Bench, part: Part): boolean => !bench.without.has(part);

async function judging(bench: Bench): Promise<JudgingFigures[]> {
  if (bench.meanwhile) return [];
  bench.say('judging');
  return measureJudging(bench.api.url, bench.choices);
}

async function users(bench: Bench): Promise<UsersFigures[]> {
  if (!wants(bench, 'users')) return [];
  bench.say('many users at once');
  const seconds = Math.max(2, Math.min(20, bench.minutes * 60 * 0.02));
  return measureUsers(bench.api.url, inMixedOrder(bench.screens), seconds);
}

async function exporting(bench: Bench): Promise<ExportFigures[]> {
  if (!wants(bench, 'export')) return [];
  bench.say('exporting');
  const database = await bench.connection.database(bench.city.code);
  return measureExports(bench.api, database, bench.mostExported);
}

async function loading(bench: Bench): Promise<LoadingFigures | null> {
  if (!wants(bench, 'load')) return null;
  bench.say('loading files, ours and bare');
  const files = await loadingFiles(bench.files, bench.work, bench.mostLoaded);
  return measureLoading(files, join(bench.work, 'loading'), bench.city.code);
}

async function browser(bench: Bench): Promise<BrowserFigures | null> {
  const chromium = wants(bench, 'browser') ? findChromium() : null;
  if (!chromium) return null;
  bench.say('clicking in Chromium');
  return measureBrowser(bench.api.url, chromium, 14, bench.choices);
}

interface Compared {
  prepared: Prepared | null;
  figures: ComparedFigures[];
}

async function compared(bench: Bench): Promise<Compared> {
  const { screens, hard } = bench;
  if (!wants(bench, 'bare') && !wants(bench, 'duckdb')) return { prepared: null, figures: [] };
  const { connection, city, say } = bench;
  const database = await connection.database(city.code);
  const prepared = await prepareRivals({
    ...bench,
    city: database,
    cityCode: city.code,
    timeZone: city.time_zone,
  });
  say('the same questions on all sides');
  try {
    const figures = await compareSides(
      inFairOrder([...hard.filter(({ list }) => list === 'hard'), ...screens]),
      {
        url: bench.api.url,
        rivals: prepared.rivals,
        timeZone: city.time_zone,
        regimes: city.regimes,
        clock: bench.clock,
        all: bench.all,
        say,
      },
    );
    return { prepared, figures };
  } finally {
    await prepared.remove();
  }
}

async function cold(bench: Bench): Promise<Result['asking']['cold']> {
  if (bench.meanwhile) return null;
  bench.say('cold: the caches of the engine dropped before every question');
  const database = await bench.connection.database(bench.city.code);
  const figures = await measureCold(
    bench.api.url,
    database,
    inFairOrder(bench.screens),
    bench.clock.part(0.03),
  );
  return {
    server: summaryOf(figures.map(({ server }) => server)),
    wall: summaryOf(figures.map(({ wall }) => wall)),
  };
}

async function measure(bench: Bench): Promise<Result> {
  const { api, city, clock, say, screens, hard } = bench;
  const database = await bench.connection.database(city.code);
  const holdings = await readHoldings(api.url);
  say(
    `${holdings.appeals.toLocaleString('en')} appeals; ${screens.length} questions of the screens, ${hard.length} hard ones, after clicks and searches`,
  );
  const pace: Pace[] = [];
  const summedUp: NonNullable<Result['summed_up']> = [];
  const inTurn = async <Figures>(part: string, measured: () => Promise<Figures>): Promise<Figures> => {
    pace.push(takePace(part));
    summedUp.push({ part, ...(await readCompleteness(api.url)) });
    return measured();
  };
  const asked = await inTurn('screens', () =>
    measureAll(api.url, inFairOrder(screens), clock.part(0.14), say),
  );
  const all = [...screens, ...hard];
  const hardAsked = await inTurn('hard ones', () =>
    measureAll(api.url, inFairOrder(hard), clock.part(0.04), say),
  );
  const coldFigures = await inTurn('cold', () => cold(bench));
  const judgingFigures = await inTurn('judging', () => judging(bench));
  const usersFigures = await inTurn('users', () => users(bench));
  const exportFigures = await inTurn('exporting', () => exporting(bench));
  const browserFigures = await inTurn('browser', () => browser(bench));
  const loadingFigures = await inTurn('loading', () => loading(bench));
  const sides = await inTurn('all sides', () => compared(bench));
  const { asked: askedInBrowser = [], ...browserResult } = browserFigures ?? {};
  return {
    format: 'hotline-atlas-bench-1',
    made: new Date().toISOString(),
    commit: commitOf(),
    machine: await describeMachine(database),
    city: city.code,
    synthetic: holdings.synthetic,
    appeals: holdings.appeals,
    version: holdings.version,
    first_day: holdings.firstDay,
    last_day: holdings.lastDay,
    minutes: bench.minutes,
    seconds: Math.round(clock.spent()),
    summed_up: [...summedUp, { part: 'end', ...(await readCompleteness(api.url)) }],
    pace: [...pace, takePace('end')],
    left_out: [
      ...bench.without,
      ...(browserFigures || bench.without.has('browser') ? [] : ['browser: no Chromium']),
    ],
    asking: {
      lists: summarizeOurs([...asked, ...hardAsked], all),
      cold: coldFigures,
      sides: sides.prepared && summarizeSides(sides.figures, all),
      duckdb_memory: wants(bench, 'duckdb') ? bench.duckdbMemory : null,
      fill_seconds: sides.prepared?.seconds ?? { bare: null, duckdb: null },
      compared: sides.figures,
      unlisted: unlisted(askedInBrowser, all),
    },
    judging: judgingFigures,
    users: usersFigures,
    loading: loadingFigures,
    exporting: exportFigures,
    storage: await measureStorage(database),
    browser: browserFigures ? (browserResult as Omit<BrowserFigures, 'asked'>) : null,
  };
}

/**
 * Measures everything at the size that is loaded.
 * @throws Different when two sides do not answer alike, NoData when nothing is loaded, NotSummedUp when
 * nobody sums tables up
 */
export async function runBench(options: RunOptions): Promise<Result> {
  mkdirSync(options.work, { recursive: true });
  const work = mkdtempSync(join(options.work, 'bench-'));
  try {
    if (!options.meanwhile) await waitUntilSummedUp(options.api.url, options.say);
    const bench = await openBench({ ...options, work });
    return await measure(bench).finally(() => bench.connection.close());
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
