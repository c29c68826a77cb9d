import type { Person } from '@hotline-atlas/access';
import { seesLess, type View } from '@hotline-atlas/model';
import { restored, viewChange, viewContent } from '@hotline-atlas/model/wire';
import {
  changeView,
  createView,
  type KeptView,
  listViews,
  readView,
  removeView,
  restoreView,
  type ViewContent,
  type Viewer,
  viewHistory,
} from '@hotline-atlas/store';
import type { RequestHandler } from 'express';
import type { Context } from '../../context/context.ts';
import { ownAddress } from '../../context/own-address.ts';
import { readBody } from '../../context/read-body.ts';
import { demand } from '../../context/scope-of.ts';
import { writeDown } from '../../context/write-down.ts';
import { keptId } from './kept-id.ts';

const viewerOf = ({ name, role, scope }: Person): Viewer => ({ name, role: role.name, scope });

const toldOf = (view: KeptView, { name, scope }: Person): View => ({
  id: view.id,
  name: view.name,
  address: view.address,
  version: view.version,
  audience: view.audience,
  owner: view.owner,
  mine: view.owner === name,
  narrower: view.owner !== name && seesLess(scope, view.scope),
  revision: view.revision,
  created: view.created.toISOString(),
  updated: view.updated.toISOString(),
});

/** @throws NotAllowed where somebody may not share */
function checkAudience({ audience }: Pick<ViewContent, 'audience'>, person: Person): void {
  if (audience !== 'me') demand('share', person);
}

/** Writes down that others may see a view now. */
async function tellShared(context: Context, person: Person, { id, audience, address }: KeptView) {
  if (audience !== 'me')
    await writeDown(context, person, { event: 'view-shared', subject: id, detail: { audience, address } });
}

/** `GET /api/views`: one's own and those that are shared with whoever asks. */
export const answerViews =
  ({ store, personOf }: Context): RequestHandler =>
  async (request, response) => {
    const person = await personOf(request);
    const views = await listViews(store, viewerOf(person));
    response.json({ views: views.map((view) => toldOf(view, person)) });
  };

/** `POST /api/views`. */
export const answerNewView =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const person = await context.personOf(request);
    const sent = await readBody(request, viewContent);
    checkAudience(sent, person);
    const content = { ...sent, address: ownAddress(sent.address) };
    const view = await createView(context.store, viewerOf(person), content);
    await tellShared(context, person, view);
    response.json(toldOf(view, person));
  };

/** `GET /api/views/:id`. */
export const answerView =
  ({ store, personOf }: Context): RequestHandler =>
  async (request, response) => {
    const person = await personOf(request);
    response.json(toldOf(await readView(store, viewerOf(person), keptId(request)), person));
  };

/** `PUT /api/views/:id`. */
export const answerViewChange =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const person = await context.personOf(request);
    const sent = await readBody(request, viewChange);
    checkAudience(sent, person);
    const content = { ...sent, address: ownAddress(sent.address) };
    const view = await changeView(context.store, viewerOf(person), keptId(request), content);
    await tellShared(context, person, view);
    response.json(toldOf(view, person));
  };

/** `DELETE /api/views/:id`. */
export const answerViewRemoval =
  ({ store, personOf }: Context): RequestHandler =>
  async (request, response) => {
    await removeView(store, viewerOf(await personOf(request)), keptId(request));
    response.status(204).end();
  };

/** `GET /api/views/:id/history`. */
export const answerViewHistory =
  ({ store, personOf }: Context): RequestHandler =>
  async (request, response) => {
    const revisions = await viewHistory(store, viewerOf(await personOf(request)), keptId(request));
    response.json({
      revisions: revisions.map(({ revision, at, who, change, name, address, audience }) => ({
        revision,
        at: at.toISOString(),
        who,
        change,
        name,
        address,
        audience,
      })),
    });
  };

/** `POST /api/views/:id/restore`. */
export const answerViewRestored =
  (context: Context): RequestHandler =>
  async (request, response) => {
    const person = await context.personOf(request);
    const { revision } = await readBody(request, restored);
    const wanted = { id: keptId(request), revision };
    const view = await restoreView(context.store, viewerOf(person), wanted, (content) =>
      checkAudience(content, person),
    );
    await tellShared(context, person, view);
    response.json(toldOf(view, person));
  };
