import type { Answer, Change, FindingFigure, FindingSentence, Value } from '@hotline-atlas/model';
import { changed, figure } from './figure.ts';
import { areasInside, type ChangedGroup, isSeasonal, namedGroups, unexplained } from './groups.ts';
import { moverSentence, nothingMoved } from './mover.ts';
import { groupsName, nameOf } from './names.ts';
import { clauseOf, type Reading, readFigures } from './read.ts';
import type { Place } from './request.ts';

type By = NonNullable<Change['meta']['by']>;

const byUnexplained = (one: ChangedGroup, other: ChangedGroup): number =>
  unexplained(other) - unexplained(one);
const byChange = (one: ChangedGroup, other: ChangedGroup): number =>
  Math.abs(other.change ?? 0) - Math.abs(one.change ?? 0);

/** Groups whose number moved beyond chance; those that the season explains least first. */
export const movedGroups = (change: Change): ChangedGroup[] =>
  namedGroups(change)
    .filter(({ mark }) => mark === 'beyond_chance')
    .sort(byUnexplained);

const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

/** Areas that have any appeals, with how their number moved. */
const changesOf = ({ rows }: Answer, area: string): number[] =>
  rows
    .filter((row) => row[area] !== '')
    .map((row) => [numberOf(row.appeals_paired), numberOf(row.appeals_before_paired)] as const)
    .filter(([now, before]) => now + before > 0)
    .map(([now, before]) => now - before);

/**
 * In how many areas the number moved in a direction, of all that have appeals of any kind: areas without any
 * of this group are among them.
 */
function areasOf(answer: Answer, all: Answer, area: string, isUp: boolean): { moved: number; all: number } {
  const changes = changesOf(answer, area);
  const moved = changes.filter((change) => (isUp ? change > 0 : change < 0)).length;
  return { moved, all: changesOf(all, area).length };
}

/** The place where it is an area; everything where it is a topic or a unit, which some areas have none of. */
const areaAround = (place: Place | null, reading: Reading): Reading =>
  place?.dimension === 'district' ? reading : { ...reading, where: [] };

const groupFigure = (
  name: string,
  by: By,
  group: ChangedGroup,
  { period, compare }: Reading,
): FindingFigure =>
  changed({ name, metric: 'appeals', period, compare, dimension: by, group: group.group }, group);

/** What is counted of the group that moved, in areas where there are any. */
async function readMoved(group: ChangedGroup, by: By, place: Place | null, reading: Reading) {
  const area = by === 'district' ? null : areasInside(place);
  const asked = { metrics: ['appeals' as const], by: area ? [area] : [], compared: true };
  const answer = await readFigures(reading, { ...asked, also: [clauseOf(by, group.group)] });
  const all = area && (await readFigures(areaAround(place, reading), asked));
  const appeals = answer.rows.reduce((sum, row) => sum + numberOf(row.appeals), 0);
  const isUp = (group.change ?? 0) > 0;
  return { appeals, area, areas: area && all && areasOf(answer, all, area, isUp) };
}

function nothing(change: Change, by: By, reading: Reading): FindingSentence | null {
  const tested = namedGroups(change).filter(({ mark }) => mark !== 'too_few');
  const [largest] = [...tested].sort(byChange);
  if (!largest) return null;
  const { period, compare } = reading;
  return nothingMoved(
    figure({
      ...{ name: 'tested', metric: 'appeals', unit: 'count', period, compare, dimension: by },
      ...{ value: 0, denominator: tested.length, mark: 'chance' },
    }),
    groupsName(by, reading.city),
    {
      label: nameOf(by, largest.group, reading.city),
      figure: groupFigure('largest', by, largest, reading),
    },
  );
}

/** The sentence on what moved the number of appeals; null where nothing could be tested. */
export async function moverOf(
  change: Change,
  place: Place | null,
  reading: Reading,
): Promise<FindingSentence | null> {
  const { by, compared_period: before } = change.meta;
  if (!by) return null;
  const [group, ...others] = movedGroups(change);
  if (!group) return nothing(change, by, reading);
  const { city, period, compare } = reading;
  const { appeals, area, areas } = await readMoved(group, by, place, reading);
  const [seasonal] = others.filter(isSeasonal).sort(byChange);
  const isLarger = seasonal && Math.abs(seasonal.change ?? 0) > Math.abs(group.change ?? 0);
  const about = { dimension: by, group: group.group };
  const of = { metric: 'appeals', unit: 'count', period, ...about } as const;
  return moverSentence(
    {
      about: { dimension: by, value: group.group, label: nameOf(by, group.group, city) },
      moved: groupFigure('moved', by, group, reading),
      total: figure({ ...of, name: 'total', value: appeals }),
      season: group.season === null ? null : figure({ ...of, name: 'season', compare, value: group.season }),
      areas: areas && figure({ ...of, name: 'areas', compare, value: areas.moved, denominator: areas.all }),
      areasName: groupsName(area ?? 'district', city),
      isSeasonal: isSeasonal(group),
      seasonal: isLarger
        ? {
            label: nameOf(by, seasonal.group, city),
            figure: groupFigure('seasonal', by, seasonal, reading),
          }
        : null,
    },
    { compare, period, before },
  );
}
