import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '@hotline-atlas/machine';

const packages: Record<string, string> = {
  'darwin-arm64': '@chdb/lib-darwin-arm64',
  'darwin-x64': '@chdb/lib-darwin-x64',
  'linux-arm64': '@chdb/lib-linux-arm64-gnu',
  'linux-x64': '@chdb/lib-linux-x64-gnu',
};

/**
 * The engine's library for this machine.
 * @throws ConfigurationError where there is none
 */
export function engineLibrary(platform = `${process.platform}-${process.arch}`): string {
  const advice =
    'set CLICKHOUSE_URL to a ClickHouse server, for example that of `docker compose up clickhouse`';
  const name = packages[platform];
  if (!name) throw new ConfigurationError(`There is no embedded engine for ${platform}: ${advice}.`);
  try {
    const entry = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(entry), 'libchdb.so');
  } catch (cause) {
    throw new ConfigurationError(
      `The embedded engine ${name} is not installed: run \`pnpm install\`, or ${advice}.`,
      {
        cause,
      },
    );
  }
}
