/**
 * Prints how long files and functions are, and which folders hold many files, by package. A function is
 * everything with a body: declarations, methods, arrows inside of others.
 */
import { dirname } from 'node:path';
import { Command } from 'commander';
import {
  childrenOf,
  isFunction,
  type ParsedFile,
  parseCheckout,
  type SyntaxNode,
} from './sources/parse-checkout.ts';

const mostFiles = 20;

/** Lines of every function of a file. */
function functionLines({ program, text }: ParsedFile): number[] {
  const found: number[] = [];
  const visit = (node: SyntaxNode): void => {
    if (isFunction(node)) found.push(text.slice(node.start, node.end).split('\n').length);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(program);
  return found;
}

const linesOf = ({ text }: ParsedFile): number => text.trimEnd().split('\n').length;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** Median, ninth decile and largest of some numbers. */
function spread(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  return [at(sorted, 0.5), at(sorted, 0.9), sorted.at(-1) ?? 0].join(' / ');
}

const packageOf = (path: string): string => path.split('/')[1] ?? '';

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function figuresOf(name: string, files: readonly ParsedFile[]): string {
  const functions = files.flatMap(functionLines);
  const several = functions.filter((lines) => lines > 1);
  const lines = files.map(linesOf);
  const all = lines.reduce((sum, each) => sum + each, 0);
  return row([
    name,
    files.length,
    all,
    spread(lines),
    functions.length,
    spread(functions),
    several.length,
    spread(several),
  ]);
}

function longest(files: readonly ParsedFile[], count: number): string[] {
  return files
    .map((file) => ({ path: file.path, lines: linesOf(file) }))
    .sort((a, b) => b.lines - a.lines)
    .slice(0, count)
    .map(({ path, lines }) => `- ${lines} ${path}`);
}

function report({ checkout, tests }: { checkout: string; tests?: boolean }): void {
  const files = parseCheckout(checkout, tests ?? false);
  const crowded = [...groupBy(files, ({ path }) => dirname(path))]
    .filter(([, inside]) => inside.length > mostFiles)
    .sort(([, a], [, b]) => b.length - a.length);
  const head = [
    'package',
    'files',
    'lines',
    'file p50 / p90 / max',
    'functions',
    'p50 / p90 / max',
    'of several lines',
    'p50 / p90 / max',
  ];
  const packages = groupBy(files, ({ path }) => packageOf(path));
  const output = [
    row(head),
    row(head.map(() => '---')),
    figuresOf('all', files),
    ...[...packages].map(([name, inside]) => figuresOf(name, inside)),
    '',
    `Folders with more than ${mostFiles} files: ${crowded.length === 0 ? 'none' : ''}`,
    ...crowded.map(([folder, inside]) => `- ${inside.length} ${folder}`),
    '',
    'Longest files:',
    ...longest(files, 5),
  ];
  process.stdout.write(`${output.join('\n')}\n`);
}

new Command('house')
  .description('Prints how long files and functions are, and which folders hold many files.')
  .option('--checkout <folder>', 'root of the checkout to look at', '.')
  .option('--tests', 'count tests, too')
  .action(report)
  .parse();
