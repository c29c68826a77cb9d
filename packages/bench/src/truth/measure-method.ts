import type { LocalDate, Period, Watch } from '@hotline-atlas/model';
import { type Asking, type Found, Refused, type Unanswered } from './ask.ts';
import { findByAlarms, quietAlarms } from './find-alarms.ts';
import { findByClusters, quietClusters } from './find-clusters.ts';
import { findByHotspots, quietHotspots } from './find-hotspots.ts';
import { daysOver, quietDays, quietTopics } from './quiet.ts';
import { type Recall, recallOf } from './summary.ts';

export const methods = ['hotspots', 'clusters', 'daily-alarms', 'weekly-alarms'] as const;
export type Method = (typeof methods)[number];

/** What is asked, and when there is no more time for it. */
export interface Task extends Asking {
  /** Outbreaks and quiet questions of this span. */
  span: Period;
  quiet: number;
  outOfTime: () => boolean;
  say: (line: string) => void;
}

/** Every answer of one method, and what they come to. */
export interface Measured {
  summary: Recall & { refused: number; not_asked: number };
  planted: Found[];
  quiet: Found[];
  unanswered: Unanswered[];
}

type Question = { about: string; put: () => Promise<Found> };

const watchOf = (method: Method): Watch => (method === 'weekly-alarms' ? 'week' : 'day');

/** Days with a topic each, in turn. */
async function topicDays({
  ask,
  span,
  quiet,
  outbreaks,
}: Task): Promise<{ topic: string; day: LocalDate }[]> {
  const topics = await quietTopics(ask, Math.min(quiet, 20), span, outbreaks);
  return daysOver(quiet, span).map((day, index) => ({ topic: topics[index % topics.length] ?? '', day }));
}

async function quietQuestions(method: Method, task: Task): Promise<Question[]> {
  const { span, quiet, outbreaks } = task;
  if (method === 'hotspots' || method === 'clusters') {
    const put = method === 'hotspots' ? quietHotspots : quietClusters;
    return (await topicDays(task)).map(({ topic, day }) => ({
      about: `${topic} ${day}`,
      put: () => put(task, topic, day),
    }));
  }
  const watch = watchOf(method);
  return quietDays(quiet, span, watch, outbreaks).map((day) => ({
    about: day,
    put: () => quietAlarms(task, day, watch),
  }));
}

function plantedQuestions(method: Method, task: Task): Question[] {
  const { span, outbreaks } = task;
  const asked = outbreaks.filter(({ first_day }) => span.from <= first_day && first_day < span.to);
  return asked.map((outbreak) => ({
    about: `outbreak ${outbreak.outbreak}`,
    put: () => {
      if (method === 'hotspots') return findByHotspots(task, outbreak);
      if (method === 'clusters') return findByClusters(task, outbreak);
      return findByAlarms(task, outbreak, watchOf(method));
    },
  }));
}

/** Puts questions one after the other; one that is refused is written down and does not end the run. */
async function putAll(
  name: string,
  questions: readonly Question[],
  { outOfTime, say }: Pick<Task, 'outOfTime' | 'say'>,
  unanswered: Unanswered[],
): Promise<Found[]> {
  const answers: Found[] = [];
  for (const [index, { about, put }] of questions.entries()) {
    if (outOfTime()) break;
    try {
      const found = await put();
      answers.push(found);
      const wrong = found.asked.reduce((sum, { unexplained }) => sum + unexplained, 0);
      const outcome =
        found.outbreak === null ? '' : found.found ? `found (${found.delay ?? '-'} days), ` : 'missed, ';
      say(`${name} ${index + 1} of ${questions.length}: ${found.about}: ${outcome}${wrong} unexplained`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      unanswered.push({ about, refused: error.message });
      say(`${name} ${index + 1} of ${questions.length}: refused: ${error.message}`);
    }
  }
  return answers;
}

/** Asks one method about nothing, then about every outbreak of the span. */
export async function measureMethod(method: Method, task: Task): Promise<Measured> {
  const unanswered: Unanswered[] = [];
  const nothing = await quietQuestions(method, task);
  const something = plantedQuestions(method, task);
  const quiet = await putAll(`${method}, quiet`, nothing, task, unanswered);
  const planted = await putAll(`${method}, planted`, something, task, unanswered);
  const refused = unanswered.length;
  const notAsked = nothing.length + something.length - quiet.length - planted.length - refused;
  return {
    summary: { ...recallOf(planted, quiet), refused, not_asked: notAsked },
    planted,
    quiet,
    unanswered,
  };
}
