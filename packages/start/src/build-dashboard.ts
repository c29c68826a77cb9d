import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'vite';
import { newStage, publishBuild, stampOf } from './publish-build.ts';

const packages = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of the dashboard's sources. */
export const dashboardRoot = join(packages, 'dashboard');

/** The folder of the built dashboard. */
export const dashboardFolder = join(dashboardRoot, 'dist');

const isSource = (name: string): boolean => !/\.test\.tsx?$/.test(name);

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** One hash over everything the build is made from, wherever the packages stand. */
function hashOfSources(): string {
  const settings = ['index.html', 'package.json', 'vite.config.ts'].map((name) => join(dashboardRoot, name));
  const folders = ['dashboard', 'ui', 'model'].map((name) => join(packages, name, 'src'));
  const whole = [join(packages, '..', 'pnpm-lock.yaml'), join(packages, 'ui', 'package.json')];
  const files = [...whole, ...settings, ...folders.flatMap(sourcesIn)].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(packages, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Runs a build for readers, whoever asks for it: a test runner says `test`, and Vite would build for
 * developers.
 */
async function inProduction(run: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** The dashboard cannot be built. */
export class DashboardBuildError extends Error {
  override readonly name = 'DashboardBuildError';
}

function explained(cause: unknown): DashboardBuildError {
  const [first = ''] = stripVTControlCharacters(String(cause instanceof Error ? cause.message : cause))
    .split('\n')
    .filter((line) => line.trim() !== '');
  return new DashboardBuildError(
    `The dashboard could not be built: ${first.trim().slice(0, 300)}. Run \`pnpm install\`, and undo changes of packages/dashboard that it may come from.`,
    { cause },
  );
}

/**
 * Builds the dashboard unless it is built from these very sources.
 * @returns whether it was built
 * @throws DashboardBuildError when it cannot be
 */
export async function buildDashboard(): Promise<boolean> {
  const sources = hashOfSources();
  if (stampOf(dashboardFolder)?.sources === sources) return false;
  const outDir = newStage(dashboardFolder);
  const configFile = join(dashboardRoot, 'vite.config.ts');
  try {
    await inProduction(() => build({ root: dashboardRoot, configFile, logLevel: 'warn', build: { outDir } }));
  } catch (cause) {
    rmSync(outDir, { recursive: true, force: true });
    throw explained(cause);
  }
  publishBuild(outDir, dashboardFolder, sources);
  return true;
}
