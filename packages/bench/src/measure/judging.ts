import type { EvaluationSchemes } from '@hotline-atlas/model';
import type { Choices } from '../questions/choices.ts';
import { AskingFailed, ask } from '../sides/ours.ts';
import { rounded } from '../summary.ts';

/** A judgement asked for: milliseconds as a client sees them, the first time and again. */
export interface JudgingFigures {
  name: string;
  address: string;
  first: number;
  again: number | null;
  failed: string | null;
}

const encoded = (dimension: string, value: string | undefined): string =>
  value === undefined ? '' : `where=${encodeURIComponent(`${dimension}:${value}`)}`;

/** What the pages of judgement ask. */
const judgements = ({ topic1, topic2, district }: Choices): { name: string; address: string }[] => [
  { name: 'findings of the city', address: 'findings' },
  { name: 'findings of a district', address: `findings?${encoded('district', district)}` },
  { name: 'what changed in a month, by topic', address: 'change?metric=appeals&compare=previous&by=topic2' },
  {
    name: 'growth of subdistricts by topic',
    address: `growth?${encoded('district', district)}&rows=subdistrict&columns=topic2`,
  },
  { name: 'again and again in a district', address: `repeats?${encoded('district', district)}` },
  { name: 'backlog of thirteen months', address: 'backlog?step=month&points=13' },
  { name: 'open orders by unit', address: 'query?metrics=open,overdue&by=unit' },
  {
    name: 'overdue orders of a district, due first',
    address: `appeals?${encoded('district', district)}&where=due_state:overdue&order=due&limit=50`,
  },
  { name: 'all orders by due time', address: 'appeals?order=-due&limit=50' },
  {
    name: 'hot spots of a topic, resolution 8, 24 months',
    address: `hotspots?${encoded('topic1', topic1)}&level=cell&resolution=8&step=month`,
  },
  {
    name: 'hot spots of a topic, subdistricts, 24 months',
    address: `hotspots?${encoded('topic1', topic1)}&level=subdistrict&step=month`,
  },
  { name: 'trend and forecast by month', address: 'trend?grain=month' },
  { name: 'trend and forecast by day', address: 'trend?grain=day' },
  { name: 'all alarms of a day', address: 'alarms?watch=day' },
  { name: 'all alarms of a week', address: 'alarms?watch=week' },
  { name: 'rates of units, same topics', address: 'rates?by=unit' },
  { name: 'rates of subdistricts, same topics', address: 'rates?by=subdistrict' },
  { name: 'clusters of a topic', address: `clusters?${encoded('topic2', topic2)}` },
];

/** What the pages of the evaluation ask, of every group of the newest rules. */
async function evaluations(url: string): Promise<{ name: string; address: string }[]> {
  const response = await fetch(`${url}/api/evaluation/schemes`);
  if (!response.ok) return [];
  const { schemes } = (await response.json()) as EvaluationSchemes;
  const groups = schemes.at(-1)?.groups.map(({ name }) => name) ?? [];
  return groups.flatMap((group) => [
    { name: `evaluation of a month: ${group}`, address: `evaluation?group=${group}` },
    {
      name: `evaluation of 72 months: ${group}`,
      address: `evaluation/course?group=${group}&months=72`,
    },
  ]);
}

/** What takes longer, in milliseconds, is asked once. */
const slow = 5000;

async function measureOne(
  url: string,
  { name, address }: { name: string; address: string },
): Promise<JudgingFigures> {
  const times: number[] = [];
  try {
    for (let at = 0; at < 2 && (times[0] ?? 0) < slow; at++) {
      const began = performance.now();
      await ask(url, address);
      times.push(rounded(performance.now() - began));
    }
  } catch (error) {
    if (!(error instanceof AskingFailed)) throw error;
    return { name, address, first: 0, again: 0, failed: `${error.status}` };
  }
  return { name, address, first: times[0] ?? 0, again: times[1] ?? null, failed: null };
}

/** Asks for every judgement twice, or once where that takes long, without a store. */
export async function measureJudging(url: string, choices: Choices): Promise<JudgingFigures[]> {
  const figures: JudgingFigures[] = [];
  for (const judgement of [...judgements(choices), ...(await evaluations(url))])
    figures.push(await measureOne(url, judgement));
  return figures;
}
