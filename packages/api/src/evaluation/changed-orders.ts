import { readChanged } from '@hotline-atlas/judgement';
import { type Asked, tallyQuestion } from './asked.ts';

/** Orders of the month, by unit, that came or were corrected since a version of the data. */
export function readChangedOrders(asked: Asked, version: number): Promise<ReadonlyMap<string, number>> {
  const { run, seen, city, scheme, month } = asked;
  if (run.history.publication.version === version) return Promise.resolve(new Map());
  const counted = { ...run, scope: seen.counted };
  return readChanged(tallyQuestion(asked, scheme, month), version, counted, city.time_zone);
}
