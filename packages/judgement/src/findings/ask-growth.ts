import { askedTopics, type Change, encodeClause, type FindingAsk } from '@hotline-atlas/model';
import { changed } from './figure.ts';
import { movedGroups } from './find-mover.ts';
import { isSeasonal, namedGroups } from './groups.ts';
import { nameOf } from './names.ts';
import { written } from './numbers.ts';
import { clauseOf, type Reading, readChange } from './read.ts';
import { detailOf } from './sentences.ts';

/** The topic that grew most beyond chance and beyond the season; null where none did. */
function growing(change: Change) {
  const topic = askedTopics.find((name) => name === change.meta.by);
  const [group] = movedGroups(change).filter((each) => (each.change ?? 0) > 0 && !isSeasonal(each));
  return topic && group ? { topic, group } : null;
}

/** The unit at which the topic that grows most grew most, beyond chance; null where there is none. */
export async function askOfGrowth(change: Change, reading: Reading): Promise<FindingAsk | null> {
  const found = growing(change);
  if (!found || reading.where.some(({ dimension }) => dimension === 'unit')) return null;
  const { topic, group } = found;
  const { city, period, compare, where } = reading;
  const clause = clauseOf(topic, group.group);
  const units = await readChange(reading, { metric: 'appeals', by: 'unit', also: [clause] });
  const [unit] = namedGroups(units)
    .filter(({ mark, change: own }) => mark === 'beyond_chance' && (own ?? 0) > 0)
    .sort((one, other) => (other.change ?? 0) - (one.change ?? 0));
  if (!unit) return null;
  const figure = changed(
    { name: 'growth', metric: 'appeals', period, compare, dimension: 'unit', group: unit.group },
    unit,
  );
  const [label, now, before] = [
    nameOf(topic, group.group, city),
    written(unit.now ?? 0, 'count'),
    written(unit.before ?? 0, 'count'),
  ];
  return {
    about: { dimension: 'unit', value: unit.group, label: nameOf('unit', unit.group, city) },
    topic: { dimension: topic, value: group.group, label },
    mark: unit.mark,
    reason: {
      en: `${label.en} rose from ${before} to ${now}.`,
      zh: `${label.zh}类诉求由${before}件升至${now}件。`,
    },
    detail: detailOf([{ en: 'on the days compared, beyond chance', zh: '按可比日计算，超出正常波动' }]),
    figures: [figure],
    where: [...where, clause, clauseOf('unit', unit.group)].map(encodeClause),
    period,
  };
}
