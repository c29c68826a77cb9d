import type {
  CandidateLevel,
  Localized,
  MonthlyTopicContent,
  MonthlyTopicHistory,
  MonthlyTopicTask,
  MonthlyTopicTold,
} from '@hotline-atlas/model';

/** A city's name of a topic in both languages; its code where it has none. */
function bothNames(names: Readonly<Record<string, Localized>> | undefined, code: string) {
  const name = names?.[code];
  return { en: name?.en ?? code, zh: name?.zh ?? name?.en ?? code };
}

/** What a candidate is picked as. */
export function contentOfPick(picked: {
  month: string;
  level: CandidateLevel;
  topic: string;
  district: string | null;
  names: Readonly<Record<string, Localized>> | undefined;
  today: string;
}): MonthlyTopicContent {
  const { month, level, topic, district, names, today } = picked;
  const { en, zh } = bothNames(names, topic);
  return {
    month,
    title: { en, zh },
    level,
    topics: [topic],
    area: district === null ? null : { level: 'district', code: district },
    lead: null,
    taking_part: [],
    tasks: [],
    picked_on: today,
    work_from: null,
    work_to: null,
    review_on: null,
    state: 'picked',
  };
}

/** What can be changed of a topic, as it is now. */
export function contentOf(topic: MonthlyTopicTold): MonthlyTopicContent {
  const { month, title, level, topics, area, lead, taking_part, tasks } = topic;
  const { picked_on, work_from, work_to, review_on, state } = topic;
  return {
    ...{ month, title: { en: title.en, zh: title.zh }, level, topics: [...topics], lead },
    area: area && { level: area.level, code: area.code },
    taking_part: [...taking_part],
    tasks: tasks.map(({ text, unit, due, state: at, done }) => ({ text, unit, due, state: at, done })),
    ...{ picked_on, work_from, work_to, review_on, state },
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * The tasks after one of them was changed, found by what it was when its form was opened.
 * @param before null for a new one
 * @param after null where it is taken away
 */
export function tasksAfter(
  tasks: readonly MonthlyTopicTask[],
  before: MonthlyTopicTask | null,
  after: MonthlyTopicTask | null,
): MonthlyTopicTask[] {
  const at = before === null ? -1 : tasks.findIndex((task) => isSame(task, before));
  if (at < 0) return after === null ? [...tasks] : [...tasks, after];
  return after === null ? tasks.toSpliced(at, 1) : tasks.with(at, after);
}

/** Whether a task is still open after the day it was due. */
export const isOverdue = ({ state, due }: MonthlyTopicTask, today: string): boolean =>
  state === 'open' && due !== null && due < today;

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The fields in which two states of a topic differ. */
export const changedFields = (
  before: MonthlyTopicContent,
  after: MonthlyTopicContent,
): (keyof MonthlyTopicContent)[] =>
  (Object.keys(after) as (keyof MonthlyTopicContent)[]).filter(
    (field) => !isSame(sorted(before[field]), sorted(after[field])),
  );

/** A value with the keys of its objects in order: the store does not keep theirs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([key, each]) => [key, sorted(each)]),
  );
}

type Revision = MonthlyTopicHistory['revisions'][number];

/** The revision in which a topic came to each of its states last. @param revisions newest first */
export function reached(revisions: readonly Revision[]): Map<string, Revision> {
  const found = new Map<string, Revision>();
  const oldestFirst = revisions.toReversed();
  for (const [at, revision] of oldestFirst.entries()) {
    const { state } = revision.content;
    if (oldestFirst[at - 1]?.content.state !== state) found.set(state, revision);
  }
  return found;
}
