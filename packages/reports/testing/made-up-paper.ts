import {
  type Evaluation,
  type EvaluationIndicator,
  type Language,
  type Scheme,
  wilsonScoreInterval,
} from '@hotline-atlas/model';
import type { EvaluationPaper } from '../src/evaluation/paper.ts';

const rates = ['response', 'resolution', 'satisfaction', 'on_time'] as const;

const labels = {
  response: { en: 'Response rate', zh: '响应率' },
  resolution: { en: 'Resolution rate', zh: '解决率' },
  satisfaction: { en: 'Satisfaction rate', zh: '满意率' },
  on_time: { en: 'On time', zh: '按时办结率' },
};

const sizeOf = (unit: number): number => 30 + ((unit * 7919) % 700);
/** Fewer, the later the unit stands in the ranking. */
const missedOf = (unit: number, rate: number, units: number): number =>
  Math.floor((sizeOf(unit) * (0.01 + 0.02 * rate + 0.06 * (unit / units))) / 2);

const indicatorOf = (rate: number, units: number): EvaluationIndicator => {
  const denominator = Array.from({ length: units }, (_, unit) => sizeOf(unit));
  const numerator = denominator.map((all, unit) => all - missedOf(unit, rate, units));
  const intervals = numerator.map((yes, unit) => wilsonScoreInterval(yes, denominator[unit] ?? 0, 1.96));
  const share = numerator.map((yes, unit) => yes / (denominator[unit] ?? 1));
  const name = rates[rate] ?? 'response';
  return {
    ...{ name, label: labels[name], weight: 25, measured: true, fewest: 30, numerator, denominator },
    ripeness: { state: 'ripe', share: 1, ripe_from: null },
    ...{ rate: share, shrunken: share, points: share.map((each) => Math.round(2500 * each) / 100) },
    lower: intervals.map(({ lower }) => lower),
    upper: intervals.map(({ upper }) => upper),
  };
};

const scheme: Scheme = {
  ...{ name: 'made-up', label: { en: 'Made up', zh: '虚构' }, example: true, source: 'made up for a test' },
  ...{ from: '2024-01', to: null, starts_on: 26, enters_by: 'closed', sign_within: null, decimals: 2 },
  exclusions: ['duplicate'],
  case_mix: ['topic1', 'channel'],
  groups: [
    {
      ...{ name: 'subdistrict', label: { en: 'Subdistricts', zh: '街道/乡镇' }, by: 'subdistrict' },
      ...{ kinds: [], only: [], without: ['x'], called_in: 10 },
    },
  ],
  indicators: [
    {
      ...{ name: 'response', label: labels.response, numerator: 'contacted', denominator: 'contact_asked' },
      ...{ better: 'up', weight: 25, fewest: 30, optional: false },
      scoring: { by: 'steps', steps: [{ at: 0.9, points: 25 }] },
    },
    {
      ...{ name: 'on_time', label: labels.on_time, numerator: { closed_within: 24 }, denominator: 'closed' },
      ...{ better: 'up', weight: 25, fewest: 30, optional: true },
      scoring: { by: 'deductions', beyond: 0.98, each: 0.01, points: 1 },
    },
  ],
  classes: [
    { name: 'rectify', label: { en: 'To rectify', zh: '整改' }, movement: ['worse'] },
    { name: 'advanced', label: { en: 'Advanced', zh: '先进' }, volume: 'low' },
  ],
};

/** What of a made-up paper differs from one test to the next. */
export interface MadeUp {
  units: number;
  language: Language;
  /** Names of the first units. */
  names?: readonly string[];
  reason?: string;
}

function unitColumns(units: number, indicators: readonly EvaluationIndicator[]): Evaluation['units'] {
  const each = <Value>(value: (unit: number) => Value): Value[] =>
    Array.from({ length: units }, (_, at) => value(at));
  const score = each((unit) => indicators.reduce((sum, { points }) => sum + (points[unit] ?? 0), 0));
  const size = each(sizeOf);
  return {
    unit: each((unit) => `u${unit}`),
    standing: each(() => 'ranked'),
    rank: each((unit) => unit + 1),
    rank_first: each((unit) => Math.max(1, unit - Math.ceil(units / 4))),
    rank_last: each((unit) => Math.min(units, unit + 2 + Math.ceil(units / 4))),
    score,
    score_lower: score.map((value) => value - 2),
    score_upper: score.map((value) => Math.min(100, value + 1)),
    told_apart: each((unit) => (unit === units - 1 ? null : unit % 50 === 9)),
    told_apart_p: each((unit) => (unit === units - 1 ? null : 0.5)),
    ...{ appeals: size.map((value) => 2 * value), orders: size, visited: size },
    excluded: each((unit) => unit % 5),
    upheld: each((unit) => unit % 2),
    base: size.map((value, unit) => value - (unit % 5)),
    base_before: size,
    score_before: score.map((value, unit) => value - ((unit % 9) - 4) / 2),
    change: each((unit) => ((unit % 9) - 4) / 2),
    ...{ p: each(() => 0.2), q: each(() => 0.4) },
    mark: each(
      (unit) => (['beyond_chance', 'provisional', 'chance', 'too_few'] as const)[unit % 4] ?? 'chance',
    ),
    movement: each((unit) => (['better', 'worse', 'same'] as const)[unit % 3] ?? null),
    class: each((unit) => (unit % 2 ? 'rectify' : 'advanced')),
    called_in: each((unit) => unit >= units - 10),
    called_in_sure: each((unit) => unit % 3 === 0),
    case_mix_score: score,
    case_mix_rank: each((unit) => unit + 1),
    case_mix_own: each(() => 0.01),
    weights_best: each((unit) => Math.max(1, unit - 3)),
    weights_worst: each((unit) => Math.min(units, unit + 5)),
    details: each(() => true),
  };
}

function evaluationOf({ units, reason = 'duplicate' }: MadeUp): Evaluation {
  const indicators = rates.map((_, rate) => indicatorOf(rate, units));
  const { groups, indicators: _, classes: __, exclusions: ___, case_mix: ____, ...told } = scheme;
  const group = {
    name: 'subdistrict',
    label: groups[0]?.label ?? { en: '' },
    by: 'subdistrict' as const,
    called_in: 10,
  };
  return {
    meta: {
      as_of: { newest_appeal: '2024-11-30T15:43:10', last_load: '2024-12-01T02:00:00Z', version: 7 },
      ...{ source: '', rows_read: null, milliseconds: 0, judging_milliseconds: 0, incomplete: [] },
      ...{ period: { from: '2024-10-26', to: '2024-11-26' }, time_zone: 'Asia/Shanghai', month: '2024-11' },
      scheme: { ...told, exclusions: ['duplicate'], case_mix: ['topic1', 'channel'] },
      ...{ group, groups: [{ ...group, units }], provisional: true, draws: 600, seed: 42 },
      ...{ state: 'objections', revision: 3, objections_until: '2024-12-12', reopened: 0, frozen: false },
      ...{ finalised: null, tried_weights: null },
    },
    base: { appeals: 100_000, orders: 50_000, excluded: 686, visited: 40_000 },
    objections: {
      ...{ open: 1, upheld: 2, rejected: 3, withdrawn: 0, without_effect: 1 },
      ...{ base: 49_314, base_before: 50_000 },
    },
    reasons: [
      {
        ...{ reason, counts: true, orders: 686 },
        units: Array.from({ length: units }, (__, unit) => unit % 5),
      },
    ],
    indicators,
    correlation: [
      [1, 0.5],
      [0.5, 1],
    ],
    units: unitColumns(units, indicators),
    classes: [
      { name: 'rectify', label: { en: 'To rectify', zh: '整改' }, units: 1 },
      { name: 'advanced', label: { en: 'Advanced', zh: '先进' }, units: 1 },
    ],
    month_before: null,
    since_final: null,
    moved: null,
    method: {
      title: { en: 'Evaluation', zh: '考评' },
      summary: { en: 'Made up.', zh: '虚构。' },
      parts: [
        {
          name: 'wilson_interval',
          title: { en: 'Interval of a rate', zh: '比率的置信区间' },
          parameters: { confidence: 0.95 },
          reference: 'Wilson (1927), J. Am. Stat. Assoc. 22, 209-212',
        },
      ],
      sample: { units },
      corrections: [{ en: 'Holm', zh: 'Holm' }],
      caveats: [{ en: 'Made up.', zh: '虚构。' }],
    },
    notice: null,
  };
}

/** A document of made-up figures: always the same ones. */
export function madeUpPaper(asked: MadeUp): EvaluationPaper {
  const { units, language, names = [] } = asked;
  const named = Array.from({ length: units }, (_, unit) => {
    const name = names[unit] ?? `${['望京', '漷县', '清河', '永定路'][unit % 4]}街道${unit}`;
    const label = { en: names[unit] ?? `Subdistrict ${unit}`, zh: name };
    return [`u${unit}`, { label, within: { en: 'Chaoyang', zh: '朝阳区' } }] as const;
  });
  return {
    ...{ evaluation: evaluationOf(asked), scheme, city: { en: 'Made-up City', zh: '虚构市' }, language },
    units: Object.fromEntries(named),
    synthetic: { en: 'Made up.', zh: '虚构数据。' },
    program: '0.0.0 test',
    address: '/evaluation?month=2024-11&group=subdistrict',
  };
}
