import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  history: z.string(),
  city: z.string(),
  appeals: z.number(),
  from: z.string(),
  to: z.string(),
  seed: z.number(),
  story: z.boolean().optional(),
  gaming: z.boolean().optional(),
  returns: z.boolean().optional(),
  share: z.number().optional(),
});

/** What a folder of files was made from, kept beside them as `synthetic.json`. */
export type Manifest = z.infer<typeof manifestSchema>;

/** What a folder holds, whole or begun; null where nothing was. */
export function begunIn(out: string): Manifest | null {
  const file = join(out, 'synthetic.json');
  return existsSync(file) ? readManifest(file, out) : null;
}

/** The folder holds something that a run must neither keep nor overwrite. */
export class ForeignFilesError extends Error {
  override readonly name = 'ForeignFilesError';
}

const differences = (found: Manifest, wanted: Manifest): string =>
  (['city', 'appeals', 'from', 'to', 'seed', 'story', 'gaming', 'returns', 'share'] as const)
    .filter((name) => found[name] !== wanted[name])
    .map((name) => `${name} ${found[name]} instead of ${wanted[name]}`)
    .join(', ') || 'another version of the generator or of the city pack';

function readManifest(file: string, out: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new ForeignFilesError(`${out}: synthetic.json is not readable; choose an empty folder (--out)`, {
      cause,
    });
  }
}

/**
 * Makes sure that a folder holds nothing but files of the same history, and says what they are made from.
 * @throws ForeignFilesError saying what differs and what to do
 */
export function claimFolder(out: string, wanted: Manifest): void {
  const file = join(out, 'synthetic.json');
  if (existsSync(file)) {
    const found = readManifest(file, out);
    if (found.history === wanted.history) return;
    throw new ForeignFilesError(
      `${out} holds files of another history (${differences(found, wanted)}); choose another folder (--out) or delete them`,
    );
  }
  const other = readdirSync(out).find((name) => /\.(parquet|csv)$/.test(name));
  if (other)
    throw new ForeignFilesError(
      `${out} holds ${other}, which is not of this history; choose another folder (--out)`,
    );
  writeFileSync(`${file}.partial`, `${JSON.stringify(wanted, null, 2)}\n`);
  renameSync(`${file}.partial`, file);
}
