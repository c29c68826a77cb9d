import {
  type Annotation,
  checkParameterNames,
  type DimensionName,
  encodeClause,
  InvalidQuestion,
  parseDate,
  parseSelection,
  parseText,
} from '@hotline-atlas/model';
import { annotationChange, annotationContent, restored } from '@hotline-atlas/model/wire';
import {
  type AnnotationContent,
  annotationHistory,
  changeAnnotation,
  createAnnotation,
  type Editor,
  type KeptAnnotation,
  listAnnotations,
  removeAnnotation,
  restoreAnnotation,
} from '@hotline-atlas/store';
import type { Request, RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { readBody } from '../../context/read-body.ts';
import { parametersOf } from '../../context/request.ts';
import { scopeOf } from '../../context/scope-of.ts';
import { InvalidBody } from '../../problems/failures.ts';
import { keptId } from './kept-id.ts';
import { placesSeen } from './places-seen.ts';

/** What a note can be about. */
const placeDimensions: readonly DimensionName[] = [
  'district',
  'subdistrict',
  'unit',
  'topic1',
  'topic2',
  'topic3',
];

/** The clauses of a place as they are kept. */
function placeOf(sent: readonly string[]): string[] {
  const { where } = parseSelection({ where: sent }, []);
  const foreign = where.find(({ dimension }) => !placeDimensions.includes(dimension));
  if (foreign)
    throw new InvalidBody(
      `where: a note is about ${placeDimensions.join(', ')}, not about ${foreign.dimension}`,
      'where',
    );
  return where.map(encodeClause);
}

const dayOf = (field: string, sent: string): string => parseDate(field, sent) ?? sent;

/** @throws InvalidBody, InvalidQuestion */
function contentOf({ from, to, where, text }: Sent): AnnotationContent {
  const days = { first_day: dayOf('from', from), end_day: dayOf('to', to) };
  if (days.first_day >= days.end_day)
    throw new InvalidBody(`to: the day after the last, so later than ${from}`, 'to');
  return { ...days, place: placeOf(where), text };
}

interface Sent {
  from: string;
  to: string;
  where: string[];
  text: string;
}

const toldOf = (note: KeptAnnotation, name: string): Annotation => ({
  id: note.id,
  from: note.first_day,
  to: note.end_day,
  where: note.place,
  text: note.text,
  author: note.author,
  mine: note.author === name,
  revision: note.revision,
  updated: note.updated.toISOString(),
});

/** The routes of notes. Whoever sees no appeals sees none of them. */
export function annotationRoutes({ store, city, personOf }: Context) {
  const seen = placesSeen(city);
  const editorOf = async (request: Request): Promise<Editor> => {
    const person = await personOf(request);
    const scope = scopeOf(person);
    const { name } = person;
    const sees: Editor['sees'] = (place, author) =>
      author === name ? seen.own(scope, place) : seen.anybodys(scope, place);
    return { name, sees };
  };
  /** @throws InvalidQuestion where somebody writes about what they do not see */
  const checkPlace = ({ place }: AnnotationContent, { name, sees }: Editor): void => {
    if (!sees(place, name))
      throw new InvalidQuestion('where', place.join(' '), 'name a place you see appeals of');
  };
  const list: RequestHandler = async (request, response) => {
    const raw = parametersOf(request);
    checkParameterNames(raw, ['from', 'to']);
    const days = {
      from: parseDate('from', parseText(raw, 'from')),
      to: parseDate('to', parseText(raw, 'to')),
    };
    const { name, sees } = await editorOf(request);
    const notes = await listAnnotations(store, days);
    response.json({
      annotations: notes.filter(({ place, author }) => sees(place, author)).map((note) => toldOf(note, name)),
    });
  };
  const create: RequestHandler = async (request, response) => {
    const editor = await editorOf(request);
    const content = contentOf(await readBody(request, annotationContent));
    checkPlace(content, editor);
    response.json(toldOf(await createAnnotation(store, editor.name, content), editor.name));
  };
  const change: RequestHandler = async (request, response) => {
    const editor = await editorOf(request);
    const { revision, ...sent } = await readBody(request, annotationChange);
    const content = contentOf(sent);
    checkPlace(content, editor);
    const note = await changeAnnotation(store, editor, keptId(request), { ...content, revision });
    response.json(toldOf(note, editor.name));
  };
  const remove: RequestHandler = async (request, response) => {
    await removeAnnotation(store, await editorOf(request), keptId(request));
    response.status(204).end();
  };
  const history: RequestHandler = async (request, response) => {
    const revisions = await annotationHistory(store, await editorOf(request), keptId(request));
    response.json({
      revisions: revisions.map(({ revision, at, who, change: how, first_day, end_day, place, text }) => ({
        revision,
        at: at.toISOString(),
        who,
        change: how,
        from: first_day,
        to: end_day,
        where: place,
        text,
      })),
    });
  };
  const restore: RequestHandler = async (request, response) => {
    const editor = await editorOf(request);
    const { revision } = await readBody(request, restored);
    const note = await restoreAnnotation(store, editor, { id: keptId(request), revision });
    response.json(toldOf(note, editor.name));
  };
  return { list, create, change, remove, history, restore };
}
