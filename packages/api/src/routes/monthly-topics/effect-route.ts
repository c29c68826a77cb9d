import {
  answerEffect,
  type EffectQuestion,
  type Judgement,
  parseEffectMeasure,
} from '@hotline-atlas/judgement';
import type { MonthlyTopicContent, MonthlyTopicEffect } from '@hotline-atlas/model';
import { type KeptMonthlyTopic, listMonthlyTopics, NotKept, readMonthlyTopic } from '@hotline-atlas/store';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { scopeOf } from '../../context/scope-of.ts';
import { answerJudgement } from '../judgement-route.ts';
import { keptId } from '../kept/kept-id.ts';
import { monthlyTopicsSeen } from './seen.ts';

/** Codes of other topics of the same level that were worked on in the whole city: no controls. */
function workedOn(topics: readonly KeptMonthlyTopic[], { id, content }: KeptMonthlyTopic): string[] {
  const others = topics.filter(
    (other) => other.id !== id && other.content.area === null && other.content.level === content.level,
  );
  const worked = others.filter(({ content: { work_from } }) => work_from !== null);
  return [...new Set(worked.flatMap((other) => other.content.topics))]
    .filter((code) => !content.topics.includes(code))
    .sort();
}

const questionOf = ({ level, topics, area, work_from, work_to }: MonthlyTopicContent) => ({
  ...{ level, topics, area, workFrom: work_from, workTo: work_to },
});

/** `GET /api/monthly-topics/:id/effect`: in the scope of whoever asks, kept like a judgement. */
export function answerMonthlyTopicEffect(context: Context): RequestHandler {
  const { store, city } = context;
  const seen = monthlyTopicsSeen(city);
  return async (request, response, next) => {
    const scope = scopeOf(await context.personOf(request));
    const { topic } = await readMonthlyTopic(store, keptId(request));
    if (!seen.topic(scope, topic.content)) throw new NotKept();
    const { topics } = await listMonthlyTopics(store);
    const judgement: Judgement<EffectQuestion, MonthlyTopicEffect> = {
      name: 'monthly-topic-effect',
      parse: (raw) => ({
        ...{ topic: topic.id, revision: topic.revision, measure: parseEffectMeasure(raw) },
        ...questionOf(topic.content),
        worked: workedOn(topics, topic),
      }),
      answer: answerEffect,
    };
    await answerJudgement(context, judgement)(request, response, next);
  };
}
