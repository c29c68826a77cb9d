import { randomUUID } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { DatabaseError, databaseErrorOf, exceptionIn, toDatabaseError, withoutSecrets } from './errors.ts';
import { leastFreeBytes } from './least-free.ts';
import { rowsOfColumns } from './rows-of-columns.ts';

/**
 * One statement. `{name:Type}` placeholders take their values from `parameters`; nothing else varies. Values
 * of those whose names begin with `secret_` stand in no failure.
 */
export interface Statement {
  sql: string;
  parameters?: Record<string, unknown>;
  settings?: ClickHouseSettings;
  signal?: AbortSignal;
  /** What it is for; stands in the server's log beside the query. */
  label?: string;
}

/** What a statement cost: rows read, and milliseconds until its answer was whole. */
export interface Cost {
  rowsRead: number;
  milliseconds: number;
}

/** One city's database. Every failure is a {@link DatabaseError}. */
export interface Database {
  readonly name: string;
  /** All rows of a bounded answer, as objects. */
  rows<Row>(statement: Statement): Promise<{ rows: Row[] } & Cost>;
  /** All bytes of a bounded answer, and how many rows they are; the statement carries its FORMAT. */
  bytes(statement: Statement): Promise<{ body: Buffer; rowsWritten: number } & Cost>;
  /**
   * Bytes of an unbounded answer; the statement carries its FORMAT. Never ends silently when the server fails
   * midway.
   */
  stream(statement: Statement): Promise<Readable>;
  /** Runs a statement that answers nothing. */
  command(statement: Statement): Promise<void>;
  /** Feeds bytes to an INSERT that carries its FORMAT. */
  insert(statement: Statement, body: Readable): Promise<void>;
}

/**
 * An answer is sent once it is whole, and waits in memory until then. By default it waits in a file: on a
 * full disk 26.7 then answers with the beginning of it, or with nothing, and says that all went well
 * (test/trial/full-disk.ts). Memory is a little faster, too.
 */
const bounded: ClickHouseSettings = { wait_end_of_query: 1, http_response_buffer_size: String(1024 ** 3) };

/** Protections whose defaults differ between versions or are off: pinned for every statement. */
export const pinnedSettings: ClickHouseSettings = {
  async_insert: 0,
  insert_deduplicate: 0,
  geotoh3_argument_order: 'lat_lon',
  session_timezone: 'UTC',
  output_format_json_quote_64bit_integers: 0,
  output_format_arrow_compression_method: 'none',
  max_partitions_per_insert_block: '0',
  min_free_disk_bytes_to_perform_insert: String(leastFreeBytes.toWrite),
  cancel_http_readonly_queries_on_client_close: 1,
  // 26.7 answers ORDER BY … LIMIT behind a condition on a text index with no rows at all;
  // test/engine/search.test.ts fails without.
  use_top_k_dynamic_filtering: 0,
};

/** What the engine says of a statement, in a header that is final once the answer is whole. */
function summaryOf(headers: Record<string, string | string[] | undefined>) {
  const summary: unknown = JSON.parse(String(headers['x-clickhouse-summary'] ?? '{}'));
  const { read_rows: read, result_rows: written } = summary as { read_rows?: string; result_rows?: string };
  return { rowsRead: Number(read ?? 0), rowsWritten: Number(written ?? 0) };
}

const millisecondsSince = (began: number): number => Math.round((performance.now() - began) * 10) / 10;

/** Passes bytes on and fails if they end with an exception of the server. */
function guarded(source: Readable, queryId: string, { sql, parameters }: Statement): Readable {
  let tail = '';
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      tail = (tail + chunk.subarray(-4096).toString('latin1')).slice(-4096);
      done(null, chunk);
    },
    flush(done) {
      const exception = tail.includes('__exception__') ? exceptionIn(tail) : null;
      done(exception && withoutSecrets(databaseErrorOf(exception, queryId, sql), parameters));
    },
  });
  source.once('error', (cause) =>
    guard.destroy(withoutSecrets(toDatabaseError(cause, queryId, sql), parameters)),
  );
  guard.once('close', () => source.destroy());
  return source.pipe(guard);
}

/** The database of a name, over clients that `clientOf` hands out (a new one after the server came back). */
export function openDatabase(name: string, clientOf: () => Promise<ClickHouseClient>): Database {
  async function exec(
    { sql, parameters, settings, signal, label }: Statement,
    more: ClickHouseSettings,
    values?: Readable,
  ) {
    const queryId = randomUUID();
    try {
      const client = await clientOf();
      const answer = await client.exec({
        query: sql,
        query_id: queryId,
        ...(parameters && { query_params: parameters }),
        ...(signal && { abort_signal: signal }),
        ...(values && { values }),
        clickhouse_settings: { ...more, ...settings, ...(label && { log_comment: label }) },
      } as Parameters<ClickHouseClient['exec']>[0]);
      return { ...answer, queryId };
    } catch (cause) {
      throw withoutSecrets(toDatabaseError(cause, queryId, sql), parameters);
    }
  }

  async function bytes(statement: Statement) {
    const began = performance.now();
    const { stream, response_headers, queryId } = await exec(statement, bounded);
    try {
      const body = await buffer(stream);
      return { body, ...summaryOf(response_headers), milliseconds: millisecondsSince(began) };
    } catch (cause) {
      throw withoutSecrets(toDatabaseError(cause, queryId, statement.sql), statement.parameters);
    }
  }

  return {
    name,
    bytes,
    async rows<Row>(statement: Statement) {
      const sql = `${statement.sql}\nFORMAT JSONColumns`;
      const { body, rowsRead, milliseconds } = await bytes({ ...statement, sql });
      return { rows: rowsOfColumns(body.toString('utf8')) as Row[], rowsRead, milliseconds };
    },
    async stream(statement) {
      const { stream, queryId } = await exec(statement, {});
      return guarded(stream, queryId, statement);
    },
    async command(statement) {
      const { stream } = await exec(statement, bounded);
      await buffer(stream);
    },
    async insert(statement, body) {
      const failed = new Promise<never>((_, reject) => body.once('error', reject));
      const { stream } = await Promise.race([exec(statement, bounded, body), failed]);
      await buffer(stream);
    },
  };
}

/** Whether a failure is a {@link DatabaseError} of a kind. */
export const isDatabaseError = (error: unknown, kind?: DatabaseError['kind']): error is DatabaseError =>
  error instanceof DatabaseError && (kind === undefined || error.kind === kind);
