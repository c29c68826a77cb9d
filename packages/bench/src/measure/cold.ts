import { type Database, isDatabaseError } from '@hotline-atlas/clickhouse';
import type { Clock } from '../clock.ts';
import { addressOf, type Question } from '../questions/question.ts';
import { askOurs } from '../sides/ours.ts';
import { rounded } from '../summary.ts';

/**
 * The engine's caches that can be dropped; the pages the operating system keeps of files cannot, without
 * being root.
 */
const droppedCaches = [
  'MARK CACHE',
  'UNCOMPRESSED CACHE',
  'INDEX MARK CACHE',
  'INDEX UNCOMPRESSED CACHE',
  'QUERY CONDITION CACHE',
  'QUERY CACHE',
  'PRIMARY INDEX CACHE',
] as const;

/** Drops the caches of the engine. @returns those it has and let be dropped */
async function dropCaches(database: Database): Promise<string[]> {
  const dropped: string[] = [];
  for (const cache of droppedCaches)
    try {
      await database.command({ sql: `SYSTEM DROP ${cache}`, label: 'bench: drop caches' });
      dropped.push(cache);
    } catch (error) {
      if (!isDatabaseError(error, 'invalid')) throw error;
    }
  return dropped;
}

export interface ColdFigures {
  address: string;
  server: number;
  wall: number;
}

/** Each question once, right after the engine's caches were dropped, for as long as there is time. */
export async function measureCold(
  url: string,
  database: Database,
  questions: readonly Question[],
  clock: Clock,
): Promise<ColdFigures[]> {
  const figures: ColdFigures[] = [];
  for (const question of questions) {
    if (clock.left() <= 0) break;
    await dropCaches(database);
    const { meta, milliseconds } = await askOurs(url, question);
    figures.push({ address: addressOf(question), server: meta.milliseconds, wall: rounded(milliseconds) });
  }
  return figures;
}
