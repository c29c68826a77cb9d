import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineFiles, engineKeyHeader, engineUser } from './engine-files.ts';

/**
 * Values of statements travel in addresses: lists of generations and words outgrow what the engine takes by
 * default.
 */
const users = (secret: string) => `<clickhouse>
  <profiles><default>
    <http_max_uri_size>33554432</http_max_uri_size><http_max_field_value_size>16777216</http_max_field_value_size>
  </default></profiles>
  <quotas><default/></quotas>
  <users>
    <default>
      <no_password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
      <grants><query>GRANT SYSTEM LISTEN ON *.*</query><query>GRANT SELECT ON system.numbers</query></grants>
    </default>
    <${engineUser}>
      <password_sha256_hex>${createHash('sha256').update(secret).digest('hex')}</password_sha256_hex>
      <networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
    </${engineUser}>
  </users>
</clickhouse>
`;

/**
 * Bytes of unpacked blocks that are kept for questions about few rows: those of a screen read the same ones
 * again and again.
 */
const blocksInMemory = 1_073_741_824;

/**
 * Seconds the engine waits before it looks for work again when all places for background work are taken: at
 * least so many, and at random up to so many more. By default 0.1 and 1, four parts each: a mutation, which
 * passes every part of the table, stood still for most of its time, and indexing the texts of 150 million
 * appeals in 202 parts took three times as long.
 */
const lookAgain = { least: 0.01, random: 0.02 };

/**
 * The limit of memory is a fixed one: by default it follows what is free at the moment, so that a load which
 * fits fails when other programs, or the cache of files, happen to be large.
 *
 * The engine's own session is the user `default` without a password, which would answer over HTTP too. So the
 * server has one handler only, and that one answers only to requests that carry the secret.
 */
const server = (usersFile: string, secret: string, memory: number) => `<clickhouse>
  <users_config>${usersFile}</users_config>
  <timezone>UTC</timezone>
  <logger><level>none</level></logger>
  <max_server_memory_usage>${memory}</max_server_memory_usage>
  <memory_worker_dynamic_hard_limit>0</memory_worker_dynamic_hard_limit>
  <mark_cache_size>536870912</mark_cache_size>
  <uncompressed_cache_size>${Math.min(blocksInMemory, Math.floor(memory / 8))}</uncompressed_cache_size>
  <asynchronous_metrics_update_period_s>60</asynchronous_metrics_update_period_s>
  <os_threads_nice_value_merge_mutate>19</os_threads_nice_value_merge_mutate>
  <background_processing_pool_thread_sleep_seconds_if_nothing_to_do>${lookAgain.least}</background_processing_pool_thread_sleep_seconds_if_nothing_to_do>
  <background_processing_pool_task_sleep_seconds_when_no_work_random_part>${lookAgain.random}</background_processing_pool_task_sleep_seconds_when_no_work_random_part>
  <max_concurrent_queries>64</max_concurrent_queries>
  <keep_alive_timeout>60</keep_alive_timeout>
  <http_handlers>
    <rule>
      <headers><${engineKeyHeader}>${secret}</${engineKeyHeader}></headers>
      <handler><type>dynamic_query_handler</type><query_param_name>query</query_param_name></handler>
    </rule>
  </http_handlers>
</clickhouse>
`;

/**
 * Writes the engine's configuration, readable by its owner only, and returns the arguments it is started
 * with.
 * @param memory bytes the engine may take at most
 */
export function configureEngine(dataDir: string, httpPort: number, secret: string, memory: number): string[] {
  const { configuration, database } = engineFiles(dataDir);
  mkdirSync(configuration, { recursive: true, mode: 0o700 });
  mkdirSync(database, { recursive: true, mode: 0o700 });
  const usersFile = join(configuration, 'users.xml');
  const serverFile = join(configuration, 'config.xml');
  writeFileSync(usersFile, users(secret), { mode: 0o600 });
  writeFileSync(serverFile, server(usersFile, secret, memory), { mode: 0o600 });
  return [
    'clickhouse',
    `--path=${database}`,
    `--config-file=${serverFile}`,
    '--listen_host=127.0.0.1',
    `--http_port=${httpPort}`,
    '--query',
    'SYSTEM START LISTEN HTTP; SELECT sleepEachRow(1) FROM system.numbers FORMAT Null SETTINGS max_block_size = 1, max_execution_time = 0',
  ];
}
