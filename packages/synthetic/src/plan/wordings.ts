import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PlannedTopic } from './topics.ts';

/** Text that is right all year, or in some months only. */
const seasonal = z.union([
  z.string(),
  z.strictObject({ text: z.string(), months: z.array(z.number().int().min(1).max(12)) }),
]);
type Seasonal = z.infer<typeof seasonal>;

const byTopic = z.record(z.string(), z.array(seasonal).min(1));

/** calibration/wordings/<first level>.yaml; topics without that first level, `all` is every topic of it. */
const wordingFile = z.strictObject({
  asks: byTopic.default({}),
  orders: byTopic.default({}),
  suggestions: byTopic.default({}),
  praise: byTopic.default({}),
  /** What units do about it, said in replies. */
  remedies: byTopic.default({}),
});
type WordingFile = z.infer<typeof wordingFile>;

/** calibration/words.yaml */
const wordsSchema = z.strictObject({
  /** Words that fill a slot of that name. */
  slots: byTopic,
  /** By what is said, then voice: phone, network, enterprise. */
  openings: z.array(z.array(z.array(z.string()).min(1)).length(3)).length(4),
  /** By kind. */
  endings: z.array(z.array(z.string()).min(1)).length(6),
  /**
   * Replies when it was solved, when it was not, when the order was excluded, to suggestions, and to praise.
   */
  replies: z.array(z.array(z.string()).min(1)).length(5),
});

/** All that is said in the history. */
export interface Language {
  files: Map<string, WordingFile>;
  words: z.infer<typeof wordsSchema>;
}

const yaml = (path: string): unknown => parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** Reads the texts of this package. */
export function readLanguage(): Language {
  const folder = new URL('../../calibration/wordings/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return {
    files: new Map(
      names.map((name) => [
        name.replace('.yaml', ''),
        wordingFile.parse(yaml(`../../calibration/wordings/${name}`)),
      ]),
    ),
    words: wordsSchema.parse(yaml('../../calibration/words.yaml')),
  };
}

/** Those right in a month (1 to 12). */
export const inMonth = (texts: readonly Seasonal[], month: number): string[] =>
  texts.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    return entry.months.includes(month) ? [entry.text] : [];
  });

/**
 * What is said about a topic: the most specific that is right in the month, the general where there is
 * nothing. General questions join a topic's own where these are few.
 */
export function wordingsOf(
  { files }: Language,
  { line, traits }: PlannedTopic,
  said: keyof WordingFile,
  month: number,
): string[] {
  const top = line.at(-1) ?? '';
  const own = files.get(top)?.[said] ?? {};
  const any = files.get('any')?.[said] ?? {};
  const kind = traits.consultation >= 60 ? 'service' : 'trouble';
  const general = inMonth(own.all ?? any.all ?? any[kind] ?? [], month);
  for (const code of line.slice(0, -1).map((each) => each.slice(top.length + 1))) {
    const found = inMonth(own[code] ?? [], month);
    if (found.length > 0) return said === 'asks' && found.length < 4 ? [...found, ...general] : found;
  }
  return general;
}
