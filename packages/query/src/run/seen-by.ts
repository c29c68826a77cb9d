import { type Database, monthOfGeneration } from '@hotline-atlas/clickhouse';
import type { Scope } from '@hotline-atlas/model';
import { LRUCache } from 'lru-cache';
import { ofGenerations, scopeConditions } from '../compile/conditions.ts';
import type { History } from '../plan/history.ts';
import { appealTable } from '../plan/table.ts';
import { toHour } from '../plan/to-hour.ts';
import { all, sql } from '../sql/sql.ts';
import { boundsOfQuestions } from './limits.ts';

interface Newest {
  newest: string;
  appeals: number;
}

/** The newest appeal of some months that somebody sees; null where they see none. */
async function newestOf(
  generations: readonly number[],
  scope: Scope,
  database: Database,
): Promise<string | null> {
  if (generations.length === 0) return null;
  const conditions = [ofGenerations(generations, 'seen'), ...scopeConditions(scope, appealTable)];
  const { text, parameters } =
    sql`SELECT formatDateTime(max(source.received), '%FT%TZ') AS newest, count() AS appeals
FROM appeal AS source
WHERE ${all(conditions)}`;
  const settings = boundsOfQuestions;
  const { rows } = await database.rows<Newest>({ sql: text, parameters, settings, label: 'newest seen' });
  const [row] = rows;
  return row && row.appeals > 0 ? row.newest : null;
}

/** Months that are looked at first; nearly everybody sees an appeal of them. */
const newestMonths = 2;

async function newestAppeal(
  { publication }: History,
  scope: Scope,
  database: Database,
): Promise<string | null> {
  if (scope.clauses.length === 0) return publication.newestAppeal;
  const { generations } = publication;
  const last = Math.max(...generations.map(monthOfGeneration));
  const isNew = (generation: number) => monthOfGeneration(generation) > last - newestMonths;
  return (
    (await newestOf(generations.filter(isNew), scope, database)) ??
    (await newestOf(
      generations.filter((generation) => !isNew(generation)),
      scope,
      database,
    ))
  );
}

const mostKept = 500;

/**
 * Gives a version of the data as whoever asks sees it: with the newest appeal of theirs. That is looked up
 * once for a version and a scope. Of the same version everybody of a scope gets the same, for what is worked
 * out of it is kept beside it.
 */
export function createSeenBy(database: Database, timeZone: string) {
  const newest = new LRUCache<string, { moment: string | null }>({ max: mostKept });
  const kept = new WeakMap<History, Map<string, History>>();

  async function newestSeen(history: History, scope: Scope): Promise<string | null> {
    const { version, published } = history.publication;
    const key = JSON.stringify([version, published, scope.clauses]);
    const known = newest.get(key) ?? { moment: await newestAppeal(history, scope, database) };
    newest.set(key, known);
    const { moment } = known;
    return moment !== null && scope.time === 'hour' ? toHour(moment, timeZone) : moment;
  }

  return async (history: History, scope: Scope): Promise<History> => {
    const ofHistory = kept.get(history) ?? new Map<string, History>();
    kept.set(history, ofHistory);
    const key = JSON.stringify([scope.clauses, scope.time]);
    const known = ofHistory.get(key);
    if (known) return known;
    const seen = { newestAppeal: await newestSeen(history, scope), all: scope.clauses.length === 0 };
    const made = ofHistory.get(key) ?? { ...history, seen };
    ofHistory.set(key, made);
    return made;
  };
}
