import type { Database, Statement } from './database.ts';

type Settings = NonNullable<Statement['settings']>;

/**
 * Who goes first in the engine, 1 before 2: while a statement of a smaller number runs, one of a larger
 * number pauses before its next block, but not for long, or people who ask all day would stop a load. So a
 * load that takes every core keeps nobody waiting. Within a block the operating system prefers threads that
 * are less nice; an engine that may not set this does without.
 */
export const precedence = {
  questions: { priority: '1' },
  exports: { priority: '2', low_priority_query_wait_time_ms: '500', os_threads_nice_value_query: '10' },
  loading: { priority: '3', low_priority_query_wait_time_ms: '500', os_threads_nice_value_query: '19' },
} as const satisfies Record<string, Settings>;

/** A database all of whose statements have some settings, unless they say otherwise. */
export function withSettings(database: Database, settings: Settings): Database {
  const own = (statement: Statement): Statement => ({
    ...statement,
    settings: { ...settings, ...statement.settings },
  });
  return {
    name: database.name,
    rows: (statement) => database.rows(own(statement)),
    bytes: (statement) => database.bytes(own(statement)),
    stream: (statement) => database.stream(own(statement)),
    command: (statement) => database.command(own(statement)),
    insert: (statement, body) => database.insert(own(statement), body),
  };
}
