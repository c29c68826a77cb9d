/**
 * Measures the evaluation on a server that runs: 72 months of each group, and the page of one month after the
 * other. `pnpm trial evaluation-course http://localhost:8080 [months]`. What is asked for the first time is
 * read; each address is asked for once more, as whoever comes next asks for it.
 */
import type { Evaluation, EvaluationCourse, EvaluationSchemes } from '../../packages/model/src/index.ts';

const [base = 'http://localhost:8080', pages = '36'] = process.argv.slice(2);

interface Timed<Answer> {
  milliseconds: number;
  answer: Answer;
  bytes: number;
}

async function ask<Answer>(path: string): Promise<Timed<Answer>> {
  const began = performance.now();
  const response = await fetch(`${base}/api/${path}`);
  const text = await response.text();
  const milliseconds = performance.now() - began;
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  return { milliseconds, answer: JSON.parse(text) as Answer, bytes: text.length };
}

const say = (...parts: (string | number)[]): void => {
  process.stdout.write(`${parts.join('\t')}\n`);
};
const whole = (milliseconds: number): string => `${Math.round(milliseconds)} ms`;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const monthBefore = (month: string, back: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7);
};

/** 72 months, and fewer, so that no answer is one that is kept. */
async function measureCourse(group: string): Promise<void> {
  for (const months of [72, 71, 70]) {
    const asked = `evaluation/course?group=${group}&months=${months}`;
    const full = await ask<EvaluationCourse>(asked);
    const plain = await ask<EvaluationCourse>(`${asked}&detail=scores`);
    const { meta, units } = full.answer;
    say(
      `course of ${group}`,
      `${units.length} × ${months}`,
      whole(full.milliseconds),
      `engine ${whole(meta.milliseconds)}`,
      `judging ${whole(meta.judging_milliseconds)}`,
      `without ranks ${whole(plain.milliseconds)}`,
      `rows ${meta.rows_read}`,
      `${Math.round(full.bytes / 1000)} kB`,
      meta.source,
    );
  }
}

/** Pages of months, the newest first: each rests on the month before as well. */
async function measurePages(group: string): Promise<void> {
  const { answer } = await ask<Evaluation>(`evaluation?group=${group}`);
  const [first, again]: [number[], number[]] = [[], []];
  for (let back = 0; back < Number(pages); back++) {
    const path = `evaluation?group=${group}&month=${monthBefore(answer.meta.month, back + 1)}`;
    try {
      first.push((await ask<Evaluation>(path)).milliseconds);
      again.push((await ask<Evaluation>(path)).milliseconds);
    } catch (error) {
      say(String(error));
      break;
    }
  }
  const told = (values: readonly number[]) =>
    `p50 ${whole(quantile(values, 0.5))}, p95 ${whole(quantile(values, 0.95))}`;
  say(`pages of ${group}`, `${first.length} months`, `first ${told(first)}`, `again ${told(again)}`);
}

const { answer } = await ask<EvaluationSchemes>('evaluation/schemes');
for (const { name } of answer.schemes.at(-1)?.groups ?? []) {
  await measureCourse(name);
  await measurePages(name);
}
