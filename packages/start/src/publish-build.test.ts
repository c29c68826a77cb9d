import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newStage, publishBuild, stampOf } from './publish-build.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atlas-build-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * Builds a page of a version into a stage, with a script of its own and one that is the same in every
 * version.
 */
function build(version: string): string {
  const stage = newStage(folder);
  mkdirSync(join(stage, 'assets'));
  writeFileSync(join(stage, 'assets', `page-${version}.js`), version);
  writeFileSync(join(stage, 'assets', 'map.js'), 'map');
  writeFileSync(join(stage, 'index.html'), `page-${version}.js`);
  return stage;
}

const page = () => readFileSync(join(folder, 'index.html'), 'utf8');
const assets = () => readdirSync(join(folder, 'assets')).sort();

test('until a build is published, the page is the one before, with all its files', () => {
  publishBuild(build('one'), folder, 'one');
  const stage = build('two');
  expect([page(), assets(), stampOf(folder)?.sources]).toEqual([
    'page-one.js',
    ['map.js', 'page-one.js'],
    'one',
  ]);
  publishBuild(stage, folder, 'two');
  expect([page(), stampOf(folder)?.sources]).toEqual(['page-two.js', 'two']);
  expect(existsSync(stage)).toBe(false);
});

test('files of the build before stay for who has its page open, older ones go', () => {
  for (const version of ['one', 'two', 'three']) publishBuild(build(version), folder, version);
  expect(assets()).toEqual(['map.js', 'page-three.js', 'page-two.js']);
});

test('a build that was interrupted leaves the page as it was, and is no build', () => {
  build('one');
  expect([existsSync(join(folder, 'index.html')), stampOf(folder)]).toEqual([false, null]);
});
