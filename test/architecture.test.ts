import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const packages = fileURLToPath(new URL('../packages', import.meta.url));
const scope = '@hotline-atlas/';

/** What each package may import of ours: the direction of dependencies, top to bottom. */
const allowed: Record<string, readonly string[]> = {
  model: [],
  statistics: [],
  clickhouse: ['model'],
  city: ['model'],
  ingest: ['model', 'clickhouse', 'city'],
  synthetic: ['model', 'clickhouse', 'city'],
  api: ['model', 'clickhouse', 'city', 'statistics'],
  dashboard: ['model'],
  bench: ['model', 'clickhouse', 'city'],
  start: ['model', 'clickhouse', 'city', 'ingest', 'synthetic', 'api'],
};

const longestFile = 300;

interface SourceFile {
  package: string;
  path: string;
  text: string;
}

const names = readdirSync(packages, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const sources: SourceFile[] = names.flatMap((name) =>
  readdirSync(join(packages, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|[\\/]dist[\\/]/.test(path))
    .map((path) => ({ package: name, path, text: readFileSync(path, 'utf8') })),
);

const importsOf = ({ text }: SourceFile): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');

test('every package is in the table of directions', () => {
  expect(names.filter((name) => !(name in allowed))).toEqual([]);
});

test('packages import only what stands below them', () => {
  const wrong = sources.flatMap((source) =>
    importsOf(source)
      .filter((name) => name.startsWith(scope))
      .map((name) => name.slice(scope.length).split('/')[0] ?? '')
      .filter((name) => name !== source.package && !allowed[source.package]?.includes(name))
      .map((name) => `${relative(packages, source.path)} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('no import leaves its package by a relative path', () => {
  const wrong = sources.flatMap((source) =>
    importsOf(source)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(join(packages, source.package), join(source.path, '..', name)))
      .filter((path) => path.startsWith('..'))
      .map((path) => `${relative(packages, source.path)} → ${path}`),
  );
  expect(wrong).toEqual([]);
});

test('package.json names no dependency of ours that the direction forbids', () => {
  const wrong = names.flatMap((name) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
    return Object.keys(dependencies)
      .filter((dependency) => dependency.startsWith(scope))
      .filter((dependency) => !allowed[name]?.includes(dependency.slice(scope.length)))
      .map((dependency) => `${name} → ${dependency}`);
  });
  expect(wrong).toEqual([]);
});

test(`no file is longer than ${longestFile} lines, and none is a drawer for leftovers`, () => {
  const long = sources.filter(({ text }) => text.split('\n').length > longestFile);
  const drawers = sources.filter(({ path }) => /[\\/](utils?|helpers?|common)(\.tsx?$|[\\/])/.test(path));
  expect([...long, ...drawers].map(({ path }) => relative(packages, path))).toEqual([]);
});
