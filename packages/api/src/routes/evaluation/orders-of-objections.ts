import { type MonthOrder, readOrders } from '@hotline-atlas/judgement';
import { isExcluded, type ObjectionContent, type RankedDimension } from '@hotline-atlas/model';
import { type KeptObjection, NotKept, NotNow } from '@hotline-atlas/store';
import { tallyQuestion } from '../../evaluation/asked.ts';
import { groupIn } from '../../evaluation/request.ts';
import { isOwnUnit } from '../../evaluation/who-sees.ts';
import { NotAllowed, NotFound } from '../../problems/failures.ts';
import type { MonthRun } from './evaluation-run.ts';

/** Orders of the month that whoever asks sees, by number. */
async function ordersSeen(
  { run, city, scheme, month }: MonthRun,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, MonthOrder>> {
  const [group] = scheme.groups;
  if (!group) return new Map();
  const { orders } = await readOrders(
    tallyQuestion({ city, group, run }, scheme, month),
    numbers,
    run,
    city.time_zone,
  );
  return orders;
}

/** Objections are about orders by number, and are texts. @throws NotAllowed for whoever sees neither */
function checkTexts({ asker }: MonthRun): void {
  if (!asker.scope.texts) throw new NotAllowed('Objections name orders and are texts, which you do not see.');
}

/**
 * The objections somebody sees: all, where they see all appeals; else their own, and those to orders that
 * they see.
 */
export async function objectionsSeen(
  run: MonthRun,
  objections: readonly KeptObjection[],
): Promise<KeptObjection[]> {
  checkTexts(run);
  const { scope, person } = run.asker;
  if (scope.clauses.length === 0) return [...objections];
  const foreign = objections.filter(({ who }) => who !== person.name);
  const orders = await ordersSeen(
    run,
    foreign.map(({ order_number }) => order_number),
  );
  return objections.filter(({ who, order_number }) => who === person.name || orders.has(order_number));
}

/** @throws NotKept where somebody does not see an objection */
export async function checkSeen(run: MonthRun, objection: KeptObjection): Promise<void> {
  if ((await objectionsSeen(run, [objection])).length === 0) throw new NotKept();
}

/**
 * The dimension of the group somebody objects for, where the order is among those they see, and counts for a
 * unit of their own.
 * @throws NotAllowed, NotFound, InvalidQuestion; NotNow where the order does not count anyway
 */
export async function groupAndOrder(
  run: MonthRun,
  { group: asked, unit, order }: Pick<ObjectionContent, 'group' | 'unit' | 'order'>,
): Promise<RankedDimension> {
  checkTexts(run);
  const { by } = groupIn(run.scheme, asked);
  if (!isOwnUnit(run.asker.scope, run.city, by, unit))
    throw new NotAllowed('You object for your own districts and units alone.');
  const found = (await ordersSeen(run, [order])).get(order);
  if (!found || found[by] !== unit)
    throw new NotFound(`Among the orders you see, none of that number counts for ${unit} in ${run.month}.`);
  if (isExcluded(run.scheme, found.reason))
    throw new NotNow('The order is excluded already: it does not count, and there is nothing to object to.');
  return by;
}
