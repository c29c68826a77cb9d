import type { Store } from '@hotline-atlas/store';
import type { Written } from './writers.ts';

/**
 * Compares what is kept with what was acknowledged.
 * @returns what is wrong, in words: lost, made up, or half there
 */
export async function checkViews({ database }: Store, written: readonly Written[]): Promise<string[]> {
  const views = await database.selectFrom('view').selectAll().execute();
  const revisions = await database
    .selectFrom('view_revision')
    .selectAll()
    .orderBy('view')
    .orderBy('revision')
    .execute();
  const kept = new Map(views.map((view) => [view.id, view]));
  const lost = written.flatMap(({ id, acknowledged, open }) => {
    const found = kept.get(id)?.revision ?? 0;
    const isRight = found === acknowledged || (open && found === acknowledged + 1);
    return isRight ? [] : [`view ${id}: revision ${acknowledged} was acknowledged, ${found} is kept`];
  });
  const torn = views.flatMap((view) => {
    const own = revisions.filter((one) => one.view === view.id);
    const last = own.at(-1);
    const isWhole =
      own.length === view.revision &&
      own.every(({ revision }, at) => revision === at + 1) &&
      last?.name === view.name &&
      (last.change === 'removed') === view.removed;
    return isWhole ? [] : [`view ${view.id} at revision ${view.revision} has ${own.length} states`];
  });
  return [...lost, ...torn];
}
