import { inThread } from '../threads/threads.ts';
import { type AlarmsInput, type AlarmsJudged, judgeAlarms } from './judge.ts';

const parts = 2;

const joined = (pieces: readonly Float64Array[]): Float64Array =>
  Float64Array.from(pieces.flatMap((piece) => [...piece]));

/** Judges series in several threads at once; each row by itself, so that the parts change nothing. */
export async function judgeInParts(input: AlarmsInput, signal: AbortSignal): Promise<AlarmsJudged> {
  const { counts, steps, seasons } = input;
  const rows = Math.ceil(counts.length / steps / parts);
  const own = (part: number): AlarmsInput => ({
    ...input,
    counts: counts.slice(part * rows * steps, (part + 1) * rows * steps),
    ...(seasons && { seasons: { ...seasons, of: seasons.of.slice(part * rows, (part + 1) * rows) } }),
  });
  const judged = await Promise.all(
    Array.from({ length: parts }, (_, part) => inThread(judgeAlarms, own(part), signal)),
  );
  return {
    expected: joined(judged.map(({ expected }) => expected)),
    upper: joined(judged.map(({ upper }) => upper)),
    score: joined(judged.map(({ score }) => score)),
    dispersion: joined(judged.map(({ dispersion }) => dispersion)),
    p: joined(judged.map(({ p }) => p)),
    rule: Uint8Array.from(judged.flatMap(({ rule }) => [...rule])),
    milliseconds: Math.max(...judged.map(({ milliseconds }) => milliseconds)),
  };
}
