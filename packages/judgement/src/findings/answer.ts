import type { City } from '@hotline-atlas/city';
import type {
  Answer,
  Bilingual,
  Change,
  DimensionName,
  FindingAsk,
  FindingSentence,
  Findings,
} from '@hotline-atlas/model';
import { notice } from '@hotline-atlas/query';
import { judgementMeta } from '../answer/judgement-meta.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import type { ReadSeries } from '../series/read-series.ts';
import { backlogSentence } from './backlog.ts';
import { askOfBacklog, type Backlog, readBacklog, withOpen } from './find-backlog.ts';
import { namedGroups } from './groups.ts';
import { findingsMethod } from './method.ts';
import { groupsName, nameOf } from './names.ts';
import { written } from './numbers.ts';
import { periodAsked, type Reading } from './read.ts';
import { type PeriodFindings, readPeriod } from './read-period.ts';
import type { FindingsQuestion } from './request.ts';
import { detailOf } from './sentences.ts';

const most = 3;

/** Everything findings are chosen from. */
interface Read {
  found: PeriodFindings;
  backlog: Backlog | null;
}

const isSure = ({ mark }: FindingSentence): boolean => mark === 'beyond_chance' || mark === 'provisional';

/** As many as there is room for beside the first, those beyond chance before others, in their order. */
function weightiest(sentences: readonly FindingSentence[]): FindingSentence[] {
  const kept = [...sentences.filter(isSure), ...sentences.filter((each) => !isSure(each))].slice(0, most - 1);
  return sentences.filter((each) => kept.includes(each));
}

function sentencesOf({ found: { volume, sentences }, backlog }: Read): FindingSentence[] {
  if (!volume) return [];
  const [late] = backlog?.late ?? [];
  return [volume, ...weightiest([...sentences, ...(late ? [backlogSentence(late)] : [])])];
}

/** Whom to ask, each once, three at the most. */
async function asksOf({ found, backlog }: Read, reading: Reading): Promise<FindingAsk[]> {
  if (found.isEmpty) return [];
  const late = askOfBacklog(backlog, reading);
  const all = [...(late ? [late] : []), ...found.asks];
  const names = all.map(({ about }) => `${about.dimension}:${about.value}`);
  const first = all.filter((_, at) => names.indexOf(names[at] ?? '') === at).slice(0, most);
  return backlog ? Promise.all(first.map((each) => withOpen(each, reading))) : first;
}

function lookedAt({ moved, rates, low }: PeriodFindings, { city }: Reading): Bilingual {
  const groups = (change: Change | undefined) =>
    change?.meta.by
      ? {
          count: namedGroups(change).filter(({ p }) => p !== null).length,
          by: change.meta.by,
        }
      : null;
  const counted = (count: number, by: DimensionName, en: string, zh: string): Bilingual | null => {
    const name = groupsName(by, city, count);
    return count > 0
      ? {
          en: `${written(count, 'count')} ${name.en} for ${en}`,
          zh: `${written(count, 'count')}${name.zh}${zh}`,
        }
      : null;
  };
  const [topics, areas] = [groups(moved), groups(rates[0]?.change)];
  const parts = [
    topics && counted(topics.count, topics.by, 'growth', '是否增长'),
    areas && counted(areas.count, areas.by, 'falling rates', '比率是否下降'),
    counted(low.judged, 'unit', 'rates below what is expected', '比率是否低于预期'),
  ];
  const told = detailOf(parts.some(Boolean) ? parts : [{ en: 'nothing large enough', zh: '样本均过少' }]);
  return { en: `Looked at: ${told.en}`, zh: `检验范围：${told.zh}` };
}

const asRead = ({
  source,
  rows_read,
  milliseconds,
}: Pick<Answer['meta'], 'source' | 'rows_read' | 'milliseconds'>) =>
  ({ series: [], source, rowsRead: rows_read ?? 0, milliseconds }) satisfies ReadSeries;

/** `GET /api/findings`. */
export async function answerFindings(
  question: FindingsQuestion,
  city: City,
  run: JudgementRun,
): Promise<Findings> {
  const { compare, place, selection, now } = question;
  const period = periodAsked(question, run);
  const reading: Reading = { run, city, where: selection.where, period, compare, now };
  const [{ found, isRead }, backlog] = await Promise.all([readPeriod(place, reading), readBacklog(reading)]);
  const { counted, moved, other, rates, low, isEmpty } = found;
  const sentences = sentencesOf({ found, backlog });
  const changes = [moved, other, ...rates.map(({ change }) => change)];
  const reads = [...[counted, ...changes].map(({ meta }) => asRead(meta)), ...low.read];
  const read = isRead ? reads : reads.map((each) => ({ ...each, rowsRead: 0, milliseconds: 0 }));
  const judging = changes.reduce((sum, { meta }) => sum + meta.judging_milliseconds, 0);
  const { covered } = counted.meta;
  return {
    meta: {
      ...judgementMeta(
        ...([run.history, city.time_zone, { period, incomplete: moved.meta.incomplete }] as const),
        read,
        isRead ? judging : 0,
      ),
      place: place && { ...place, label: nameOf(place.dimension, place.value, city) },
      ...{ compare, compared_period: moved.meta.compared_period, covered },
      due_at: backlog?.answer.meta.due_at ?? null,
    },
    sentences,
    ask: await asksOf({ found, backlog }, reading),
    looked_at: lookedAt(found, reading),
    method: findingsMethod({ appeals: Number(counted.rows[0]?.appeals ?? 0), sentences: sentences.length }),
    notice: isEmpty ? notice(covered.days === 0 ? 'no_days' : 'no_data') : null,
  };
}
