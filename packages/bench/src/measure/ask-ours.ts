import type { Clock } from '../clock.ts';
import { type Labels, labelsOf, type Question } from '../questions/question.ts';
import { AskingFailed, askOurs } from '../sides/ours.ts';
import { median, rounded } from '../summary.ts';

/** One question put to ours, again and again. */
export interface OurFigures extends Labels {
  /** Median milliseconds between API and engine, as the answer says, and as a client sees it. */
  server: number;
  wall: number;
  repetitions: number;
  rows: number;
  rows_read: number;
  source: string;
  /** Refused or failed: the status, and what was said. */
  failed: string | null;
}

const failure = (question: Question, error: unknown): OurFigures => {
  if (!(error instanceof AskingFailed)) throw error;
  const none = { server: 0, wall: 0, repetitions: 0, rows: 0, rows_read: 0, source: '' };
  return { ...labelsOf(question), ...none, failed: error.message };
};

/** From here on, milliseconds: what takes so long is not asked again to be measured warm. */
const slow = 2000;

/** Asks a question a number of times after once to warm up; where that took long, it counts itself. */
async function measureQuestion(url: string, question: Question, repetitions: number): Promise<OurFigures> {
  try {
    const first = await askOurs(url, question);
    const { meta, rows } = first;
    const isSlow = first.milliseconds > slow;
    const server = isSlow ? [meta.milliseconds] : [];
    const wall = isSlow ? [first.milliseconds] : [];
    for (let at = 0; !isSlow && at < repetitions; at++) {
      const answer = await askOurs(url, question);
      server.push(answer.meta.milliseconds);
      wall.push(answer.milliseconds);
    }
    return {
      ...labelsOf(question),
      server: rounded(median(server)),
      wall: rounded(median(wall)),
      repetitions: wall.length,
      rows: rows.length,
      rows_read: meta.rows_read ?? 0,
      source: meta.source ?? 'appeal',
      failed: null,
    };
  } catch (error) {
    return failure(question, error);
  }
}

const atLeast = 24;

/**
 * The questions in the order given, warm, as many times as the time allows: five at the most, once at least.
 * Where there is not even time for that, the rest is not asked: the order makes a fair sample of the
 * beginning.
 */
export async function measureAll(
  url: string,
  questions: readonly Question[],
  clock: Clock,
  say: (line: string) => void,
): Promise<OurFigures[]> {
  const figures: OurFigures[] = [];
  const began = clock.spent();
  for (const [at, question] of questions.entries()) {
    if (clock.left() <= 0 && at >= atLeast) break;
    const each = at > 0 ? (clock.spent() - began) / at : Number.POSITIVE_INFINITY;
    const affordable = clock.left() / (questions.length - at) / each;
    const last = figures.at(-1)?.repetitions ?? 1;
    const repetitions = Math.max(
      1,
      Math.min(5, affordable > 1.3 ? last + 1 : affordable < 1 ? last - 1 : last),
    );
    figures.push(await measureQuestion(url, question, repetitions));
    if (at % 200 === 199) say(`  ${at + 1} of ${questions.length} questions`);
  }
  if (figures.length < questions.length)
    say(`  the time was enough for ${figures.length} of ${questions.length} questions`);
  return figures;
}
