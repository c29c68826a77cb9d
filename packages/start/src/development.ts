import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Configuration, connect } from '@hotline-atlas/clickhouse';
import { createServer, type ProxyOptions, type ViteDevServer } from 'vite';
import { dashboardRoot } from './build-dashboard.ts';

const tsx = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/cli.mjs');
const start = fileURLToPath(new URL('./cli.ts', import.meta.url));

/** Runs the API in a process that starts again whenever a file it imports changes. */
const watchApi = (options: readonly string[]): ChildProcess =>
  spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', start, '--no-build', ...options], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });

/**
 * The API refuses other origins, and a page of the development server is one: its requests are passed on
 * without.
 */
const proxyTo = (port: number): ProxyOptions => ({
  target: `http://127.0.0.1:${port}`,
  configure: (proxy) => proxy.on('proxyReq', (request) => request.removeHeader('origin')),
});

/**
 * Serves the dashboard from its sources. It takes changes without a reload and passes `/api` and permalinks
 * on.
 */
async function serveDashboard({ host, port }: Configuration): Promise<ViteDevServer> {
  const server = await createServer({
    root: dashboardRoot,
    configFile: join(dashboardRoot, 'vite.config.ts'),
    server: { host, port: port + 1, proxy: { '/api': proxyTo(port), '/l/': proxyTo(port) } },
  });
  return server.listen();
}

/**
 * Runs API and dashboard for a developer, until the signal says stop.
 * The connection of this process keeps the embedded engine running while the API starts again.
 * @param options passed on to `pnpm start`
 * @throws ConfigurationError when the engine cannot be had
 */
export async function startDevelopment(
  configuration: Configuration,
  options: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const connection = await connect(configuration, signal);
  const api = watchApi(options);
  const dashboard = await serveDashboard(configuration);
  dashboard.printUrls();
  try {
    await Promise.race([once(api, 'exit'), once(signal, 'abort')]);
  } finally {
    const exited = api.exitCode === null ? once(api, 'exit') : null;
    api.kill('SIGTERM');
    await Promise.all([dashboard.close(), exited]);
    await connection.close();
  }
}
