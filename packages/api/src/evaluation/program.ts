import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProgramTold } from '@hotline-atlas/model';
import { cached } from '../cache/cached.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The commit the sources are of, marked where they were changed since; null without git or a repository. */
const commit = (): Promise<string | null> =>
  new Promise((resolve) => {
    const asked = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'];
    execFile('git', asked, { cwd: root, timeout: 3000 }, (error, told) => {
      resolve(error ? null : told.trim() || null);
    });
  });

/** Folders whose files decide what a figure is. */
const sources = ['packages', 'sql'];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : /\.(ts|mjs|sql)$/.test(entry.name) ? [path] : [];
    });
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((folder) => filesIn(join(root, folder))).sort())
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

/** The program that answers: its version, and its commit, else a hash of its sources. */
export const programOf = cached(async (): Promise<ProgramTold> => {
  const { version = '0' } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version?: string;
  };
  return { version, build: (await commit()) ?? hashOfSources() };
});
