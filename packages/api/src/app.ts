import { randomBytes } from 'node:crypto';
import { constants } from 'node:zlib';
import { type Access, anyone, type Person } from '@hotline-atlas/access';
import type { City } from '@hotline-atlas/city';
import { type Database, readCompleteness, readPublication } from '@hotline-atlas/clickhouse';
import {
  createAnswerCache,
  createCoverageReader,
  createSeenBy,
  historyOf,
  type Patience,
  readTables,
  usualPatience,
} from '@hotline-atlas/query';
import { absentStore, type Store } from '@hotline-atlas/store';
import compression, { type CompressionOptions } from 'compression';
import express, { type Express, type Request } from 'express';
import { createAdmission } from './admission/admission.ts';
import { createExportSlots, type ExportCapacity, usualExportCapacity } from './admission/export-slots.ts';
import { shedLoad } from './admission/shed-load.ts';
import { cached, cachedFor } from './cache/cached.ts';
import { createDocuments } from './cache/documents.ts';
import type { Context } from './context/context.ts';
import type { Erasures } from './context/erasures.ts';
import { endWhenStalled } from './guard/end-when-stalled.ts';
import { answerOwnHosts } from './guard/own-hosts.ts';
import { setSecurityHeaders } from './guard/security-headers.ts';
import { type Log, logLine } from './log/log.ts';
import { createRefusalLog } from './log/refusal-log.ts';
import { dashboardFiles } from './pages/dashboard-files.ts';
import { NotFound, NotSignedIn, WrongMethod } from './problems/failures.ts';
import { answerProblems } from './problems/problem.ts';
import { apiRoutes } from './routes/api-routes.ts';
import { followLink } from './routes/kept/links-route.ts';

export interface AppOptions {
  database: Database;
  city: City;
  /** What people keep; without it what needs it answers 503. */
  store?: Store;
  /** Folder of the built dashboard; without it only the API is served. */
  dashboard?: string;
  /**
   * How far it has come that an empty database is filled; undefined where nobody fills it. Told by
   * `/api/health`.
   */
  progress?: () => unknown;
  /** Sign-in and what belongs to it; it says who asks. */
  access?: Access;
  /** Whether people know the server by an `https://` address. */
  isEncrypted?: boolean;
  /** Addresses of proxies whose word on who asks is taken. */
  trustedProxies?: readonly string[];
  /** Who asks, without {@link access}; {@link anyone} where it is not given. */
  personOf?: (request: Request) => Person | Promise<Person>;
  /**
   * Whether somebody may still see what they could when they asked: asked every second while an answer goes
   * out. Always, where it is not given.
   */
  stillAllowed?: (person: Person) => Promise<boolean>;
  /**
   * What pseudonyms and cursors are made with, 32 bytes at least. Where it is not given they are those of
   * this run of the server.
   */
  secret?: Buffer;
  /** Erases a person's appeals. */
  erasures?: Erasures;
  log?: Log;
  /** Hosts that are answered to besides loopback ones; see {@link answerOwnHosts}. */
  hosts?: readonly string[];
  /** Questions that run and wait at once; by default 8 and 64. */
  questions?: { running: number; waiting: number };
  /** Exports at once and their patience, where it differs from {@link usualExportCapacity}. */
  exports?: Partial<ExportCapacity>;
  /** How long a search may read texts that have no index, where it differs from {@link usualPatience}. */
  patience?: Patience;
  /** Milliseconds after which an answer is ended of which nobody takes anything; by default a minute. */
  stalled?: number;
}

const aMinute = 60_000;
const aSecond = 1000;
const roomForAnswers = 64_000_000;
const roomForJudgements = 128_000_000;

const versionOf = async (database: Database): Promise<string> => {
  const { rows } = await database.rows<{ version: string }>({
    sql: 'SELECT version() AS version',
    label: 'version',
  });
  return rows[0]?.version ?? '';
};

/** Who asks, by sign-in, by what a test says, or everybody. */
function whoAsks({ access, personOf }: AppOptions): Context['personOf'] {
  if (!access) return async (request) => (personOf ? personOf(request) : anyone);
  return async ({ headers }) => {
    const person = await access.personOf(headers);
    if (!person) throw new NotSignedIn();
    return person;
  };
}

function atlasOf(options: AppOptions): Context {
  const { database, city, progress, access, stillAllowed, secret, log } = options;
  const { questions, exports, patience } = options;
  const write = log ?? logLine;
  const tables = cached(() => readTables(database));
  const coverageFor = createCoverageReader(database, city, tables);
  const history = cachedFor(250, async () => {
    const publication = await readPublication(database);
    return publication ? historyOf(publication, city.time_zone, await coverageFor(publication)) : null;
  });
  return {
    database,
    store: options.store ?? absentStore(),
    city,
    history,
    completeness: cachedFor(aSecond, async () => {
      const newest = await history();
      return newest && readCompleteness(database, newest.publication);
    }),
    tables,
    engineVersion: cached(() => versionOf(database)),
    questions: createAdmission(questions ?? { running: 8, waiting: 64 }),
    exports: createExportSlots({ ...usualExportCapacity, ...exports }),
    answers: createAnswerCache(roomForAnswers),
    judgements: createAnswerCache(roomForJudgements),
    documents: createDocuments(),
    patience: patience ?? usualPatience,
    access: access ?? null,
    personOf: whoAsks(options),
    stillAllowed: stillAllowed ?? access?.stillAllowed ?? (async () => true),
    seenBy: createSeenBy(database, city.time_zone),
    secret: secret ?? randomBytes(32),
    erasures: options.erasures ?? null,
    progress: progress ?? (() => undefined),
    log: write,
    refused: createRefusalLog(write),
  };
}

const compressible = /json|text|javascript|svg|arrow|ndjson|csv/;

/**
 * Answers are compressed while somebody waits: what is usual takes several times as long for a tenth less.
 */
const quick = { level: 1, brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } } };
/** Files of the dashboard, which browsers keep for good, as far as can be. */
const small = { level: 9 };
/** Bytes that are not worth packing: beginning to pack takes longer than sending them. */
const smallBody = 4096;
const compressed = (effort: CompressionOptions) =>
  compression({
    ...effort,
    threshold: smallBody,
    filter: (_request, response) => compressible.test(String(response.getHeader('Content-Type'))),
  });

/** What is asked for here takes a place among the questions that run and wait. */
const questionPaths = [
  'query',
  'answers',
  'appeals',
  'hotspots',
  'alarms',
  'backlog',
  'change',
  'clusters',
  'evaluation',
  'findings',
  'growth',
  'rates',
  'repeats',
  'ripeness',
  'trend',
].map((name) => `/api/${name}`);

/** The whole server as a request handler; nothing listens yet. */
export function createApp(options: AppOptions): Express {
  const context = atlasOf(options);
  const app = express();
  app.disable('x-powered-by').set('query parser', false);
  app.set('trust proxy', options.trustedProxies ?? false);
  app.use(endWhenStalled(options.stalled ?? aMinute));
  app.use(answerOwnHosts(options.hosts ?? []));
  app.use(questionPaths, shedLoad(context.questions, context.refused));
  app.use(setSecurityHeaders(options.isEncrypted ?? false));
  app.use('/api', compressed(quick), apiRoutes(context));
  app.get('/l/:id', followLink(context));
  if (options.dashboard) app.use(compressed(small), dashboardFiles(options.dashboard));
  app.use(({ method }) => {
    if (method !== 'GET' && method !== 'HEAD')
      throw new WrongMethod(`Everything here is asked with GET, not with ${method}.`);
    throw new NotFound('There is no dashboard here; /api/openapi.json lists what there is.');
  });
  app.use(answerProblems(context));
  return app;
}
