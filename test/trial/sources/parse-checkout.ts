import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { parseSync } from 'vite';

/** A node of a syntax tree, as ESTree has it. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

/** A source file of a checkout. */
export interface ParsedFile {
  /** From the root of the checkout, with slashes. */
  path: string;
  text: string;
  program: SyntaxNode;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** The nodes directly below a node. */
export const childrenOf = (node: SyntaxNode): SyntaxNode[] => Object.values(node).flat().filter(isNode);

/**
 * The syntax tree of a file.
 * @throws Error naming the file when it cannot be parsed
 */
export function parseSource(path: string, text: string): SyntaxNode {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return program as unknown as SyntaxNode;
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** All source files of the packages of a checkout; tests only where they are asked for. */
export function parseCheckout(checkout: string, withTests: boolean): ParsedFile[] {
  const paths = globSync('packages/*/src/**/*.{ts,tsx}', { cwd: checkout, ignore: '**/*.d.ts' });
  return paths
    .map((path) => path.split(sep).join('/'))
    .filter((path) => withTests || !isTest(path))
    .sort()
    .map((path) => {
      const text = readFileSync(join(checkout, path), 'utf8');
      return { path, text, program: parseSource(path, text) };
    });
}

const functionTypes = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/** Whether a node is a function with a body. */
export const isFunction = (node: SyntaxNode): boolean => functionTypes.has(node.type) && isNode(node.body);
