import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const foreign = new Set(['node_modules', 'dist', 'data', '.git']);

/** The Markdown files below a folder, without those of others. */
function markdownIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return foreign.has(entry.name) ? [] : markdownIn(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const files = markdownIn(root).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The text outside of code, in which links are links. */
const prose = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The relative targets of links and pictures of a text. */
const targetsOf = (text: string): string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)|(?:href|src)="([^"]+)"/g)]
    .map((match) => decodeURI(match[1] ?? match[2] ?? ''))
    .filter((target) => !/^[a-z]+:/.test(target));

/** GitHub's anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsIn = (path: string): string[] => {
  const text = readFileSync(path, 'utf8');
  return [
    ...[...text.matchAll(/^#+ (.*)$/gm)].map((match) => anchorOf(match[1] ?? '')),
    ...[...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? ''),
  ];
};

function leadsNowhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : join(dirname(from), file);
  if (!existsSync(path)) return true;
  return anchor !== undefined && path.endsWith('.md') && !anchorsIn(path).includes(anchor);
}

test('links of Markdown files lead to files and headings that exist', () => {
  const broken = files.flatMap(({ path, text }) =>
    targetsOf(text)
      .filter((target) => leadsNowhere(path, target))
      .map((target) => `${relative(root, path)} → ${target}`),
  );
  expect(broken).toEqual([]);
});

/** Texts that are frozen name paths of their day. */
const isFrozen = (path: string): boolean =>
  /docs\/decisions\/\d|docs\/performance\/(notes|how-to-read)|CHANGELOG/.test(path);

test('paths that documents name are there', () => {
  const missing = files
    .filter(({ path }) => !isFrozen(relative(root, path)))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/`((?:packages|sql|test|docs|cities)\/[\w./-]+)`/g)]
        .map((match) => match[1] ?? '')
        .filter((named) => !existsSync(join(root, named)) && !existsSync(join(dirname(path), named)))
        .map((named) => `${relative(root, path)}: ${named}`),
    );
  expect(missing).toEqual([]);
});

test('the index of decisions lists every record under its number', () => {
  const folder = join(root, 'docs/decisions');
  const index = readFileSync(join(folder, 'README.md'), 'utf8');
  const records = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));
  const wrong = records.filter((name) => {
    const number = name.slice(0, 4);
    const text = readFileSync(join(folder, name), 'utf8');
    return !index.includes(`[${number}](${name})`) || !text.startsWith(`# ${number}. `);
  });
  expect(wrong).toEqual([]);
});
