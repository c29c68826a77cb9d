import type { City } from '@hotline-atlas/city';
import { metricOf, type Notice, type RateMetric, type Rates } from '@hotline-atlas/model';
import { judgementMeta } from '../answer/judgement-meta.ts';
import { rounded, seedOf } from '../answer/numbers.ts';
import type { JudgementRun } from '../series/judgement-run.ts';
import { inThread } from '../threads/threads.ts';
import { classesOf } from './classes.ts';
import { fewest, type Gathered, gather, inputOf, obstacle } from './gathered.ts';
import { judgeRates } from './judge.ts';
import { ratesMethod } from './method.ts';
import { readInstead, readRates } from './read.ts';
import type { RatesQuestion } from './request.ts';
import { dispersionOf, funnelOf, groupsOf, unjudgedGroups } from './shape.ts';

const alpha = 0.05;
const draws = 1000;

type Judged = Pick<Rates, 'groups' | 'funnel' | 'dispersion'> & { milliseconds: number };

const unjudged = (gathered: Gathered): Judged => ({
  groups: unjudgedGroups(gathered),
  funnel: null,
  dispersion: null,
  milliseconds: 0,
});

async function judge(gathered: Gathered, seed: number, signal: AbortSignal): Promise<Judged> {
  const input = inputOf(gathered, draws, seed);
  const judged = await inThread(judgeRates, input, signal);
  return {
    groups: groupsOf(gathered, judged, alpha),
    funnel: funnelOf(input, judged),
    dispersion: dispersionOf(input, judged),
    milliseconds: judged.milliseconds,
  };
}

function sampleOf({ groups, all, notAsked }: Gathered): Record<string, number> {
  const small = groups.filter(({ denominator }) => denominator < fewest).length;
  return {
    groups: groups.length,
    judged: groups.length - small,
    small,
    not_asked: notAsked,
    appeals: all.denominator,
  };
}

/** Why there is no such rate, and which rates there are. */
function told(why: Notice, instead: readonly RateMetric[]): Notice {
  if (instead.length === 0) return why;
  const labels = instead.map((metric) => metricOf(metric).label);
  return {
    code: why.code,
    en: `${why.en} What can be compared here: ${labels.map(({ en }) => en).join(', ')}.`,
    zh: `${why.zh}可比较的有：${labels.map(({ zh }) => zh).join('、')}。`,
  };
}

/** `GET /api/rates`. */
export async function answerRates(question: RatesQuestion, city: City, run: JudgementRun): Promise<Rates> {
  const { format: _, ...asked } = question;
  const seed = seedOf(JSON.stringify(asked)) >>> 1;
  const { period, counts, read } = await readRates(question, run);
  const gathered = gather(counts);
  const why = obstacle(gathered);
  const { milliseconds, ...judged } = why ? unjudged(gathered) : await judge(gathered, seed, run.signal);
  const { numerator, denominator } = gathered.all;
  const instead = why?.code === 'not_asked' ? await readInstead(question, period, run) : [];
  return {
    meta: {
      ...judgementMeta(run.history, city.time_zone, { period, incomplete: [] }, [read], milliseconds),
      metric: question.metric,
      by: question.by,
      expected: question.expected,
      fewest,
      alpha,
      draws,
      seed,
    },
    mean: { numerator, denominator, rate: rounded(numerator / denominator, 5) },
    without_group: gathered.without,
    ...judged,
    classes: classesOf(judged.groups.class),
    method: ratesMethod(question, judged.dispersion, { fewest, draws, seed, alpha }, sampleOf(gathered)),
    instead,
    notice: why && told(why, instead),
  };
}
