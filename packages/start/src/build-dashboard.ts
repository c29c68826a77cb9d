import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const packages = fileURLToPath(new URL('../..', import.meta.url));
const dashboard = join(packages, 'dashboard');

/** The folder of the built dashboard. */
export const dashboardFolder = join(dashboard, 'dist');

/** One hash over everything the build is made from. */
function hashOfSources(): string {
  const hash = createHash('sha256');
  const folders = [join(dashboard, 'src'), join(packages, 'model', 'src')];
  const files = folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .concat(['index.html', 'package.json', 'vite.config.ts'].map((name) => join(dashboard, name)))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

/** Runs a build for readers, whoever asks for it: a test runner says `test`, and Vite would build for developers. */
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

/** Builds the dashboard unless it is built from these very sources. @returns whether it was built */
export async function buildDashboard(): Promise<boolean> {
  const stamp = join(dashboardFolder, '.sources');
  const hash = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await inProduction(() =>
    build({ root: dashboard, configFile: join(dashboard, 'vite.config.ts'), logLevel: 'warn' }),
  );
  writeFileSync(stamp, hash);
  return true;
}
