import { expect, test } from 'vitest';
import { packagesBelow } from './directions.ts';
import { dependenciesOf, importsOf, packageNames, sources } from './sources.ts';

const scope = '@hotline-atlas/';

test('every package is in the table of directions', () => {
  expect(packageNames.filter((name) => !(name in packagesBelow))).toEqual([]);
});

test('packages import only what stands below them', () => {
  const wrong = sources.flatMap((source) =>
    importsOf(source)
      .filter((name) => name.startsWith(scope))
      .map((name) => name.slice(scope.length).split('/')[0] ?? '')
      .filter((name) => name !== source.package && !packagesBelow[source.package]?.includes(name))
      .map((name) => `${source.path} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('no import leaves its package by a relative path', () => {
  const wrong = sources.flatMap((source) =>
    importsOf(source)
      .filter((name) => name.startsWith('.'))
      .map((name) => new URL(name, `file:///${source.path}`).pathname.slice(1))
      .filter((path) => !path.startsWith(`${source.package}/`))
      .map((path) => `${source.path} → ${path}`),
  );
  expect(wrong).toEqual([]);
});

test('package.json names no dependency of ours that the direction forbids', () => {
  const wrong = packageNames.flatMap((name) =>
    dependenciesOf(name, scope)
      .filter((dependency) => !packagesBelow[name]?.includes(dependency))
      .map((dependency) => `${name} → ${dependency}`),
  );
  expect(wrong).toEqual([]);
});
