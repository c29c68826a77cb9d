import { expect, test } from 'vitest';
import { foldersBelow } from './directions.ts';
import { importsOf, type SourceFile, sources } from './sources.ts';

/**
 * The folder below `src` a path is in: `query/src/plan/plan.ts` → `plan`; undefined for a file directly in
 * `src`. Features count one by one: `features/trend`. The `address.ts` of a feature stands with the folder
 * `address`, which puts the slices together.
 */
function folderOf(path: string): string | undefined {
  const [, src, folder, next, file] = path.split('/');
  if (src !== 'src' || next === undefined) return undefined;
  if (folder !== 'features' || file === undefined) return folder;
  return file === 'address.ts' ? 'address' : `features/${next}`;
}

const ranked = Object.entries(foldersBelow).map(([name, lines]) => ({
  name,
  ranks: new Map(lines.flatMap((line, rank) => line.split(' ').map((folder) => [folder, rank] as const))),
}));

const isTest = ({ path }: SourceFile): boolean => /\.test\.tsx?$/.test(path);

test('every folder of a ranked package has a rank, and every rank a folder', () => {
  const wrong = ranked.flatMap(({ name, ranks }) => {
    const folders = new Set(
      sources.filter((source) => source.package === name).map(({ path }) => folderOf(path)),
    );
    folders.delete(undefined);
    return [
      ...[...folders]
        .filter((folder) => !ranks.has(folder ?? ''))
        .map((folder) => `${name}/${folder}: no rank`),
      ...[...ranks.keys()]
        .filter((folder) => !folders.has(folder))
        .map((folder) => `${name}/${folder}: no folder`),
    ];
  });
  expect(wrong).toEqual([]);
});

test('folders import only what stands below them', () => {
  const wrong = ranked.flatMap(({ name, ranks }) =>
    sources
      .filter((source) => source.package === name && !isTest(source) && folderOf(source.path) !== undefined)
      .flatMap((source) =>
        importsOf(source)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => new URL(specifier, `file:///${source.path}`).pathname.slice(1))
          .filter((target) => {
            const [from, to] = [folderOf(source.path), folderOf(target)];
            if (from === to) return false;
            const [above, below] = [ranks.get(from ?? ''), ranks.get(to ?? '')];
            return above === undefined || below === undefined || above <= below;
          })
          .map((target) => `${source.path} → ${target}`),
      ),
  );
  expect(wrong).toEqual([]);
});
