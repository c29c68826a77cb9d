import type { Database } from '@hotline-atlas/clickhouse';
import type { Period } from '@hotline-atlas/model';
import type { Clock } from '../clock.ts';
import { clickhouseDialect } from '../flat/clickhouse-dialect.ts';
import { compileFlat } from '../flat/compile.ts';
import { compileFlatRecords } from '../flat/compile-records.ts';
import type { Dialect } from '../flat/dialect.ts';
import { duckdbDialect } from '../flat/duckdb-dialect.ts';
import { type FlatStatement, NotFlat, type Spans } from '../flat/statement.ts';
import { Different, difference, type RivalName } from '../identity.ts';
import { addressOf, type Labels, labelsOf, type Question } from '../questions/question.ts';
import { askBare } from '../sides/bare.ts';
import { askDuckDb, type DuckDb } from '../sides/duckdb.ts';
import { AskingFailed, askOurs, type OurAnswer } from '../sides/ours.ts';
import type { SideAnswer } from '../sides/side.ts';
import { median, rounded } from '../summary.ts';

/** The same question on all sides, in turn, in one run. Milliseconds are medians. */
export interface ComparedFigures extends Labels {
  ours_server: number;
  ours_wall: number;
  bare: number | null;
  duckdb: number | null;
  repetitions: { ours: number; bare: number; duckdb: number };
  /** Why a side was not asked. */
  left_out: string | null;
}

/** The other sides; null: left out. */
export interface Rivals {
  bare: Database | null;
  duckdb: DuckDb | null;
  /** DuckDB holds no cells, having been filled from files that have none. */
  duckdbHasCells: boolean;
}

export interface ComparingOptions {
  url: string;
  rivals: Rivals;
  timeZone: string;
  regimes: readonly (Period & { name: string })[];
  clock: Clock;
  /** Ask all, however long it takes. */
  all: boolean;
  say: (line: string) => void;
}

function statementsFor(
  question: Question,
  answer: OurAnswer,
  regimes: ComparingOptions['regimes'],
  dialect: Dialect,
): FlatStatement[] {
  const { asked } = question;
  const { period, compared_period: compared = null } = answer.meta;
  if (asked.kind === 'records') return compileFlatRecords(asked.records, period, dialect);
  const without = regimes.filter(({ name }) => asked.query.withoutRegimes.includes(name));
  const spans: Spans = { period, compared, without };
  return [compileFlat(asked.query, spans, dialect)];
}

const usesCells = ({ asked }: Question): boolean =>
  asked.kind === 'query' &&
  (asked.query.by.includes('cell') || asked.query.where.some(({ dimension }) => dimension === 'cell'));

interface Rival {
  name: RivalName;
  ask: () => Promise<SideAnswer>;
}

/** The sides that can be asked a question, and why one cannot. */
function rivalsFor(
  question: Question,
  answer: OurAnswer,
  options: ComparingOptions,
): { asked: Rival[]; leftOut: string | null } {
  const { bare, duckdb, duckdbHasCells } = options.rivals;
  try {
    const asked: Rival[] = [];
    if (bare) {
      const statements = statementsFor(
        question,
        answer,
        options.regimes,
        clickhouseDialect(options.timeZone),
      );
      asked.push({ name: 'bare', ask: () => askBare(bare, statements) });
    }
    const cells = usesCells(question) && !duckdbHasCells;
    if (duckdb && !cells) {
      const statements = statementsFor(question, answer, options.regimes, duckdbDialect);
      asked.push({ name: 'duckdb', ask: () => askDuckDb(duckdb, statements) });
    }
    return { asked, leftOut: cells ? 'the files DuckDB was filled from hold no cells' : null };
  } catch (error) {
    if (!(error instanceof NotFlat)) throw error;
    return { asked: [], leftOut: error.message };
  }
}

/** Slow questions are asked fewer times: what takes a second is hardly moved by the noise of milliseconds. */
const repetitionsOf = (milliseconds: number): number =>
  milliseconds > 1000 ? 1 : milliseconds > 200 ? 2 : 3;

/**
 * Puts a question to all sides in turn, and fails where they do not say the same.
 * @throws Different naming question, side and the first figure that differs
 */
async function compareQuestion(question: Question, options: ComparingOptions): Promise<ComparedFigures> {
  const first = await askOurs(options.url, question);
  const { asked, leftOut } = rivalsFor(question, first, options);
  const failed: string[] = leftOut === null ? [] : [leftOut];
  const times = {
    server: [] as number[],
    wall: [] as number[],
    bare: [] as number[],
    duckdb: [] as number[],
  };
  let rounds = 1;
  for (let round = 0; round < rounds; round++) {
    const ours = await askOurs(options.url, question);
    times.server.push(ours.meta.milliseconds);
    times.wall.push(ours.milliseconds);
    for (const { name, ask } of asked) {
      if (round > 0 && round >= repetitionsOf(times[name][0] ?? Number.POSITIVE_INFINITY)) continue;
      const theirs = await ask().catch((error: Error) => {
        failed.push(`${name}: ${error.message.split('\n')[0]}`);
        return null;
      });
      if (!theirs) continue;
      times[name].push(theirs.milliseconds);
      const differs = round === 0 ? difference(question, ours, theirs, name) : null;
      if (differs)
        throw new Different(`${question.name} (/api/${addressOf(question)}), ours and ${name}: ${differs}`);
      if (round === 0) rounds = Math.max(rounds, repetitionsOf(theirs.milliseconds));
    }
  }
  const figure = (values: number[]) => (values.length > 0 ? rounded(median(values)) : null);
  return {
    ...labelsOf(question),
    ours_server: figure(times.server) ?? 0,
    ours_wall: figure(times.wall) ?? 0,
    bare: figure(times.bare),
    duckdb: figure(times.duckdb),
    repetitions: { ours: times.server.length, bare: times.bare.length, duckdb: times.duckdb.length },
    left_out: failed.join('; ') || null,
  };
}

/**
 * The questions in the order given, until the time is over: at least the first of every panel, or all of
 * them.
 */
export async function compareSides(
  questions: readonly Question[],
  options: ComparingOptions,
): Promise<ComparedFigures[]> {
  const figures: ComparedFigures[] = [];
  const atLeast = new Set(questions.map(({ list, panel }) => `${list} ${panel}`)).size;
  for (const question of questions) {
    if (!options.all && options.clock.left() <= 0 && figures.length >= atLeast) break;
    const compared = await compareQuestion(question, options).catch((error: unknown) => {
      if (!(error instanceof AskingFailed)) throw error;
      return null;
    });
    if (compared) figures.push(compared);
    if (figures.length % 25 === 0)
      options.say(`  ${figures.length} of ${questions.length} questions on all sides`);
  }
  return figures;
}
