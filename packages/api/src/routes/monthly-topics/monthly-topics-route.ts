import type { Person } from '@hotline-atlas/access';
import { checkParameterNames, InvalidQuestion, type MonthlyTopicContent } from '@hotline-atlas/model';
import { monthlyTopicChange, monthlyTopicContent } from '@hotline-atlas/model/wire';
import {
  changeMonthlyTopic,
  createMonthlyTopic,
  freezes,
  type KeptMonthlyTopic,
  listMonthlyTopics,
  monthlyTopicHistory,
  NotKept,
  readMonthlyTopic,
  removeMonthlyTopic,
  restoreMonthlyTopic,
} from '@hotline-atlas/store';
import type { Request, RequestHandler } from 'express';
import { askerOf } from '../../context/asker.ts';
import type { Context } from '../../context/context.ts';
import { readBody } from '../../context/read-body.ts';
import { parametersOf } from '../../context/request.ts';
import { scopeOf } from '../../context/scope-of.ts';
import { writeDown } from '../../context/write-down.ts';
import { NotAllowed } from '../../problems/failures.ts';
import { keptId } from '../kept/kept-id.ts';
import { checkContent } from './check-content.ts';
import { candidatesToFreeze } from './freeze.ts';
import { districtOf, monthlyTopicsSeen } from './seen.ts';
import { topicTold, wholeTopicTold } from './told.ts';

/** The routes of topics of the month: whoever sees appeals reads them, `evaluate` is needed to write. */
export function monthlyTopicRoutes(context: Context) {
  const { store, city } = context;
  const seen = monthlyTopicsSeen(city);
  /** @throws NotKept where the topic is of an area somebody does not see */
  const readSeen = async (request: Request) => {
    const person = await context.personOf(request);
    const scope = scopeOf(person);
    const found = await readMonthlyTopic(store, keptId(request));
    if (!seen.topic(scope, found.topic.content)) throw new NotKept();
    return { person, scope, ...found };
  };
  /** @throws InvalidQuestion where somebody writes about what they do not see */
  const checkArea = (person: Person, content: MonthlyTopicContent): void => {
    if (!seen.topic(scopeOf(person), content))
      throw new InvalidQuestion('area', content.area?.code ?? '', 'name an area you see appeals of');
  };
  const audit = (person: Person, { id, revision, state }: KeptMonthlyTopic, change: string) =>
    writeDown(context, person, {
      ...{ event: 'monthly-topic-changed', subject: id },
      detail: { change, revision, state },
    });
  const list: RequestHandler = async (request, response) => {
    checkParameterNames(parametersOf(request), []);
    const scope = scopeOf(await context.personOf(request));
    const { topics, frozen } = await listMonthlyTopics(store);
    response.json({
      topics: topics
        .filter(({ content }) => seen.topic(scope, content))
        .map((topic) => topicTold(topic, frozen.get(topic.id) ?? null)),
    });
  };
  const read: RequestHandler = async (request, response) => {
    const { scope, topic, frozen } = await readSeen(request);
    response.json(wholeTopicTold(topic, frozen, frozen !== null && seen.figures(scope, frozen.district)));
  };
  const create: RequestHandler = async (request, response) => {
    const person = await context.personOf(request);
    const content = await readBody(request, monthlyTopicContent);
    checkContent(content, city);
    checkArea(person, content);
    const topic = await createMonthlyTopic(store, person.name, content);
    await audit(person, topic, 'created');
    response.json(wholeTopicTold(topic, null, false));
  };
  const change: RequestHandler = async (request, response) => {
    const { person, topic: now } = await readSeen(request);
    const content = await readBody(request, monthlyTopicChange);
    const { revision: _, ...wanted } = content;
    checkContent(wanted, city);
    checkArea(person, wanted);
    const isFreezing = freezes(now.content, wanted) && content.revision === now.revision;
    if (isFreezing && !seen.figures(scopeOf(person), districtOf(wanted)))
      throw new NotAllowed('Only somebody who sees all appeals of its area freezes a topic.');
    const toFreeze = isFreezing
      ? await candidatesToFreeze(context, await askerOf(context, request), wanted, response)
      : null;
    const topic = await changeMonthlyTopic(store, person.name, now.id, content, toFreeze);
    await audit(person, topic, toFreeze ? 'frozen' : 'changed');
    const { frozen } = await readMonthlyTopic(store, topic.id);
    const sees = frozen !== null && seen.figures(scopeOf(person), frozen.district);
    response.json(wholeTopicTold(topic, frozen, sees));
  };
  const remove: RequestHandler = async (request, response) => {
    const { person, topic } = await readSeen(request);
    await removeMonthlyTopic(store, person.name, topic.id);
    await audit(person, topic, 'removed');
    response.status(204).end();
  };
  const restore: RequestHandler = async (request, response) => {
    const person = await context.personOf(request);
    const scope = scopeOf(person);
    const topic = await restoreMonthlyTopic(store, person.name, keptId(request), (content) =>
      seen.topic(scope, content),
    );
    await audit(person, topic, 'restored');
    response.json(wholeTopicTold(topic, null, false));
  };
  const history: RequestHandler = async (request, response) => {
    const { scope, topic } = await readSeen(request);
    const revisions = await monthlyTopicHistory(store, topic.id);
    response.json({
      revisions: revisions
        .filter(({ content }) => seen.topic(scope, content))
        .map(({ revision, at, who, change: how, content }) => ({
          ...{ revision, at: at.toISOString(), who, change: how, content },
        })),
    });
  };
  return { list, read, create, change, remove, restore, history };
}
