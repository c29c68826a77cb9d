import {
  type Answer,
  encodeClause,
  type FindingAsk,
  type FindingFigure,
  floorTo,
  type Value,
} from '@hotline-atlas/model';
import { gather, inputOf, obstacle } from '../rates/gathered.ts';
import { judgeRates } from '../rates/judge.ts';
import { groupsOf } from '../rates/shape.ts';
import { inThread } from '../threads/threads.ts';
import { allWords, type BacklogFigures, openWords, unitWords } from './backlog.ts';
import { figure } from './figure.ts';
import { nameOf } from './names.ts';
import { clauseOf, level, type Reading, readOpen } from './read.ts';
import { detailOf } from './sentences.ts';

/** Open orders of the place, by unit, and who is late with them. */
export interface Backlog {
  answer: Answer;
  /** The weightiest first. */
  late: BacklogFigures[];
}

const numberOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0);

interface Unit {
  unit: string;
  open: number;
  overdue: number;
}

/** A unit of which it is known what is overdue. */
const isKnown = (row: Answer['rows'][number]): boolean => typeof row.overdue === 'number';

const unitsOf = ({ rows }: Answer): Unit[] =>
  rows.filter(isKnown).map((row) => ({
    unit: String(row.unit ?? ''),
    open: numberOf(row.open),
    overdue: numberOf(row.overdue),
  }));

function figuresOf(open: number, overdue: number | null, unit: string | null, { run }: Reading) {
  const of = { unit: 'count', period: run.history.span, dimension: unit && 'unit', group: unit } as const;
  return {
    open: figure({ ...of, name: 'open', metric: 'open', value: open }),
    overdue: figure({ ...of, name: 'overdue', metric: 'overdue', value: overdue }),
  };
}

const sumOf = (units: readonly Unit[], of: 'open' | 'overdue'): number =>
  units.reduce((sum, unit) => sum + unit[of], 0);

/** Units whose open orders are in time less often than those of all, as `/api/rates` judges rates. */
async function lateOf(units: readonly Unit[], reading: Reading): Promise<BacklogFigures[]> {
  const gathered = gather(
    units.map(({ unit, open, overdue }) => ({
      ...{ group: unit, topic: '', numerator: open - overdue, denominator: open },
    })),
  );
  if (obstacle(gathered)) return [];
  const judged = await inThread(judgeRates, inputOf(gathered, 1, 1), reading.run.signal);
  const groups = groupsOf(gathered, judged, level);
  const count = groups.verdict.filter((verdict) => verdict !== 'small').length;
  const late = groups.group
    .map((unit, at) => ({ unit, verdict: groups.verdict[at], place: groups.class[at], at }))
    .filter(({ verdict, place }) => verdict === 'lower' && (place === 'worse' || place === 'far_worse'))
    .map(({ unit, at }) => {
      const { denominator = 0, numerator = 0 } = gathered.groups[at] ?? {};
      return { unit, open: denominator, overdue: denominator - numerator };
    })
    .sort((one, other) => other.overdue - one.overdue);
  const all = figuresOf(sumOf(units, 'open'), sumOf(units, 'overdue'), null, reading);
  return late.map(({ unit, open, overdue }) => ({
    about: { dimension: 'unit', value: unit, label: nameOf('unit', unit, reading.city) },
    ...figuresOf(open, overdue, unit, reading),
    all,
    units: { standOut: late.length, judged: count },
  }));
}

/** Whether a period reaches the newest month that is over, so that open orders belong to it. */
const isNewest = ({ period, run }: Reading): boolean => period.to >= floorTo(run.history.span.to, 'month');

/** Reads how open orders stand; null for periods that are past. */
export async function readBacklog(reading: Reading): Promise<Backlog | null> {
  if (!isNewest(reading)) return null;
  const answer = await readOpen(reading, reading.where, true);
  return { answer, late: await lateOf(unitsOf(answer), reading) };
}

/** The unit that is latest with its open orders; null where none is beyond chance. */
export function askOfBacklog(backlog: Backlog | null, { where, run }: Reading): FindingAsk | null {
  const [latest] = backlog?.late ?? [];
  if (!latest) return null;
  const { value, label } = latest.about;
  return {
    ...{ about: { dimension: 'unit', value, label }, topic: null, mark: 'beyond_chance' },
    reason: unitWords(latest),
    detail: detailOf([allWords(latest.all)]),
    figures: [latest.overdue, latest.open, latest.all.overdue, latest.all.open],
    where: [...where, clauseOf('unit', value), clauseOf('due_state', 'overdue')].map(encodeClause),
    period: run.history.span,
  };
}

/** Adds to what is asked how many orders of it are open and overdue, whenever they came in. */
export async function withOpen(ask: FindingAsk, reading: Reading): Promise<FindingAsk> {
  const { about, topic, figures, detail } = ask;
  if (figures.some(({ name }) => name === 'open')) return ask;
  const clauses = [
    ...reading.where,
    clauseOf(about.dimension, about.value),
    ...(topic ? [clauseOf(topic.dimension, topic.value)] : []),
  ];
  const [row] = (await readOpen(reading, clauses, false)).rows;
  const { open, overdue } = figuresOf(
    numberOf(row?.open),
    row?.overdue === null ? null : numberOf(row?.overdue),
    null,
    reading,
  );
  const of = (each: FindingFigure): FindingFigure => ({
    ...each,
    dimension: about.dimension,
    group: about.value,
  });
  const words = openWords(open, overdue);
  const between = (told: string, mark: string) => (told ? `${mark}${told}` : '');
  return {
    ...ask,
    detail: { en: `${words.en}${between(detail.en, '. ')}`, zh: `${words.zh}${between(detail.zh, '。')}` },
    figures: [...figures, of(open), of(overdue)],
  };
}
