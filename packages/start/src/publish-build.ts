import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a folder of a build says of itself. */
interface Stamp {
  /** A hash of what it was built from. */
  sources: string;
  /** Its files, by their path in the folder. */
  files: string[];
}

const stampName = '.built.json';
const stagePrefix = '.building-';
const page = 'index.html';

/** What the folder was built from last and completely, or null. */
export function stampOf(folder: string): Stamp | null {
  try {
    return JSON.parse(readFileSync(join(folder, stampName), 'utf8')) as Stamp;
  } catch {
    return null;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function move(file: string, from: string, to: string): void {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  renameSync(join(from, file), join(to, file));
}

const isOfBuild = (file: string): boolean => !file.startsWith('.');

const longestBuild = 3_600_000;

/** Removes what builds left behind that were interrupted. */
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(stagePrefix))) {
    const stage = join(folder, name);
    const begun = statSync(stage, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - begun > longestBuild) rmSync(stage, { recursive: true, force: true });
  }
}

/** A new folder to build into, on the disk of `folder`; nothing in it is served. */
export function newStage(folder: string): string {
  mkdirSync(folder, { recursive: true });
  removeAbandoned(folder);
  return mkdtempSync(join(folder, stagePrefix));
}

/**
 * Puts a build in the place of the one before while people read it: its page comes last, so that whichever
 * page they get has all its files. Files of the build before stay for those who have its page open, older
 * ones go.
 */
export function publishBuild(stage: string, folder: string, sources: string): void {
  const files = filesIn(stage);
  const kept = new Set([...files, ...(stampOf(folder)?.files ?? filesIn(folder))]);
  for (const file of files.filter((each) => each !== page)) move(file, stage, folder);
  move(page, stage, folder);
  rmSync(stage, { recursive: true });
  writeFileSync(join(folder, stampName), JSON.stringify({ sources, files } satisfies Stamp));
  for (const file of filesIn(folder))
    if (isOfBuild(file) && !kept.has(file)) rmSync(join(folder, file), { force: true });
}
