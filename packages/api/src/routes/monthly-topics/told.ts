import type { MonthlyTopic, MonthlyTopicCandidates, MonthlyTopicTold } from '@hotline-atlas/model';
import { type FrozenHead, hashOfFrozen, type KeptMonthlyTopic } from '@hotline-atlas/store';

/** A topic as it is told in a list. */
export function topicTold(topic: KeptMonthlyTopic, frozen: FrozenHead | null): MonthlyTopicTold {
  const { id, content, revision, created, created_by, updated, updated_by } = topic;
  return {
    ...{ id, ...content },
    frozen: frozen && {
      at: frozen.at.toISOString(),
      who: frozen.who,
      version: Number(frozen.version),
      hash: frozen.hash,
    },
    revision,
    created: created.toISOString(),
    created_by,
    updated: updated.toISOString(),
    updated_by,
  };
}

/**
 * A topic with what was frozen beside it.
 * @param seesFigures whether whoever asks may see the figures that were frozen
 */
export function wholeTopicTold(
  topic: KeptMonthlyTopic,
  frozen: (FrozenHead & { candidates: string }) | null,
  seesFigures: boolean,
): MonthlyTopic {
  const candidates = frozen && (JSON.parse(frozen.candidates) as MonthlyTopicCandidates);
  return {
    ...topicTold(topic, frozen),
    candidates: seesFigures ? candidates : null,
    intact: frozen && hashOfFrozen(frozen.candidates) === frozen.hash,
  };
}
