import type { MonthlyTopic, MonthlyTopicContent } from '@hotline-atlas/model';
import { RequestFailed } from '@hotline-atlas/ui/request/request.ts';
import { useState } from 'react';
import { useWrite } from '../../questions/useWrite.ts';
import { contentOf } from './contents.ts';
import { topicPath, useRenewal } from './useTopics.ts';

/** A change of a topic on its way, made, or failed. */
export interface TopicChange {
  busy: boolean;
  error: Error | null;
  /**
   * Saves a topic with some of its fields changed.
   * @param edit makes the changed fields of what the topic is now
   * @returns whether it was saved
   */
  save: (edit: (now: MonthlyTopicContent) => Partial<MonthlyTopicContent>) => Promise<boolean>;
}

const isStale = (error: Error | null): boolean =>
  error instanceof RequestFailed && error.problem === 'changed-meanwhile';

/**
 * Changes a topic as it was when its form was opened. Where somebody else has saved another state meanwhile,
 * nothing is saved and the reader is told; the next try changes their state.
 * @param topic as it is known now
 * @param isTyped whether a form is filled in: what is clicked changes the topic as it is seen
 */
export function useTopicChange(topic: MonthlyTopic, isTyped = true): TopicChange {
  const [opened, setOpened] = useState(topic.revision);
  const { busy, error, run } = useWrite();
  const renew = useRenewal();
  const save: TopicChange['save'] = async (edit) => {
    const revision = isTyped && !isStale(error) ? opened : topic.revision;
    setOpened(revision);
    const now = contentOf(topic);
    const body = { ...now, ...edit(now), revision };
    const saved = await run<MonthlyTopic>(topicPath(topic.id), { method: 'PUT', body });
    await renew(topic.id);
    if (saved) setOpened(saved.revision);
    return saved !== undefined;
  };
  return { busy, error, save };
}
