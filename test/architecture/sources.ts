import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

export interface SourceFile {
  package: string;
  /** From `packages/`, with slashes. */
  path: string;
  text: string;
}

export const packageNames: readonly string[] = readdirSync(packages, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** All TypeScript and CSS files of the packages. */
export const sources: readonly SourceFile[] = packageNames.flatMap((name) =>
  readdirSync(join(packages, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|[\\/]dist[\\/]/.test(path))
    .map((path) => ({
      package: name,
      path: relative(packages, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    })),
);

/** The specifiers a file imports or exports from. */
export const importsOf = ({ text }: SourceFile): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');

/** The packages of ours that `package.json` of a package depends on. */
export function dependenciesOf(name: string, scope: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'));
  return Object.keys(dependencies)
    .filter((dependency) => dependency.startsWith(scope))
    .map((dependency) => dependency.slice(scope.length));
}
