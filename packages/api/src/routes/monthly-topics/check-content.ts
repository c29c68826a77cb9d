import type { City } from '@hotline-atlas/city';
import { type MonthlyTopicContent, parseDate } from '@hotline-atlas/model';
import { InvalidBody } from '../../problems/failures.ts';
import { labelledValues } from '../labels.ts';

const topicLevels = ['topic1', 'topic2', 'topic3'] as const;
const dayFields = ['picked_on', 'work_from', 'work_to', 'review_on'] as const;

function checkDays(content: MonthlyTopicContent): void {
  for (const field of dayFields) if (content[field] !== null) parseDate(field, content[field]);
  const { work_from, work_to, review_on, tasks } = content;
  if (work_from !== null && work_to !== null && work_from >= work_to)
    throw new InvalidBody(`work_to: the day after the last, so later than ${work_from}`, 'work_to');
  if (work_from !== null && review_on !== null && review_on <= work_from)
    throw new InvalidBody(`review_on: later than the day work begins, ${work_from}`, 'review_on');
  for (const { due, done, state } of tasks) {
    for (const day of [due, done]) if (day !== null) parseDate('tasks', day);
    if (done !== null && state !== 'done')
      throw new InvalidBody('tasks: only a task that is done has the day it was done', 'tasks');
  }
}

/** Data may have topics that the pack does not name; what it names at another level is a mistake. */
function checkTopics({ topics, level }: MonthlyTopicContent, city: City): void {
  if (new Set(topics).size < topics.length)
    throw new InvalidBody('topics: each topic is named once', 'topics');
  const others = topicLevels.filter((each) => each !== level);
  const named = new Set(others.flatMap((each) => labelledValues(each, city).map(({ value }) => value)));
  const topic = topics.find((each) => named.has(each));
  if (topic !== undefined)
    throw new InvalidBody(`topics: “${topic}” is of another level than ${level}`, 'topics');
}

/**
 * Checks what is written about a topic of the month.
 * @throws InvalidBody naming the field, InvalidQuestion where a day is none
 */
export function checkContent(content: MonthlyTopicContent, city: City): void {
  checkDays(content);
  checkTopics(content, city);
}
