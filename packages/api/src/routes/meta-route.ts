import type { City } from '@hotline-atlas/city';
import { lastRipeMonth, type RipeningSeries, readRipening } from '@hotline-atlas/judgement';
import {
  companionsOf,
  dimensionNames,
  dimensionOf,
  exportFormats,
  grains,
  isGrain,
  type Localized,
  languages,
  metricNames,
  metricOf,
  mostRows,
  resolutions,
  type Scope,
  standardValues,
  unknownLabel,
} from '@hotline-atlas/model';
import { asOf, type History, nowFor } from '@hotline-atlas/query';
import type { RequestHandler } from 'express';
import type { Context } from '../context/context.ts';
import { labelledValues } from './labels.ts';

/** Told wherever made-up data is shown. */
export const syntheticNotice: Localized = {
  en: 'Demonstration data: synthetic, made up after published figures. No real appeal is in it.',
  zh: '演示数据：依据公开数字合成，不含任何真实诉求。',
};

const metricsOf = () =>
  metricNames.map((name) => {
    const { label, description, unit, better, kind } = metricOf(name);
    return { name, label, description, unit, kind, better: better ?? null, companions: companionsOf(name) };
  });

const dimensionsOf = (city: City) =>
  dimensionNames.map((name) => {
    const { label, kind, highCardinality } = dimensionOf(name);
    return {
      name,
      label,
      kind,
      filterable: !isGrain(name),
      high_cardinality: highCardinality ?? false,
      values: labelledValues(name, city),
    };
  });

const operators = [
  { name: 'is', syntax: 'dimension:value,value', label: { en: 'is one of', zh: '属于' } },
  { name: 'is_not', syntax: 'dimension:!value,value', label: { en: 'is none of', zh: '不属于' } },
];

const compares = [
  { name: 'previous', label: { en: 'Period before', zh: '上期' } },
  { name: 'year', label: { en: 'Year before', zh: '上年同期' } },
  { name: 'A..B', label: { en: 'Another period', zh: '指定时间范围' } },
];

const cityOf = (city: City) => ({
  code: city.code,
  name: city.name,
  hotline: city.hotline,
  local_language: city.local_language,
  bounds: city.bounds,
  time_zone: city.time_zone,
  earliest: city.earliest,
});

const areasOf = (city: City) =>
  city.areas.map(({ level, label, schematic, attribution, features }) => ({
    level,
    label,
    schematic,
    attribution,
    areas: features.features.length,
    /** Whether those of every area are known, so that counts can be told by residents. */
    residents: features.features.every(({ properties }) => properties.residents !== undefined),
  }));

const sourcesOf = (city: City) =>
  city.sources.map(({ name, title, licence, synthetic }) => ({
    name,
    title,
    licence: licence ?? null,
    synthetic,
  }));

const schemesOf = (city: City) =>
  city.evaluation.map(({ name, label, example, from, to, groups }) => ({
    name,
    label,
    example,
    from,
    to,
    groups: groups.map((group) => ({ name: group.name, label: group.label, by: group.by })),
  }));

/** Everything that is the same whatever was loaded. */
const vocabularyOf = (city: City) => ({
  city: cityOf(city),
  languages,
  metrics: metricsOf(),
  dimensions: dimensionsOf(city),
  values: { handling: standardValues.handling, answer: standardValues.answer },
  unknown: unknownLabel,
  operators,
  grains,
  resolutions,
  compare: compares,
  formats: exportFormats,
  most_rows: mostRows,
  areas: areasOf(city),
  regimes: city.regimes,
  holidays: city.holidays,
  annotations: city.annotations,
  time_limits: city.time_limits,
  evaluation: schemesOf(city),
  sources: sourcesOf(city),
});

const coverageIn = ({ coverage: { spans, gaps, underWay } }: History) => ({
  spans,
  gaps,
  under_way: underWay,
});

/** Appeals of the city, for whoever sees all of them; null for others. */
export const appealsTold = ({ seen, publication }: History): number | null =>
  seen.all ? publication.appeals : null;

/** Data is live while its newest appeal is younger, in milliseconds. */
const liveFor = 48 * 3_600_000;

/** As of when screens show open orders. */
function ordersOf(history: History | null, scope: Scope | null, now = new Date()) {
  const newest = history?.seen.newestAppeal;
  if (!history || !scope || !newest) return null;
  const live = now.getTime() - Date.parse(newest) < liveFor;
  return { at: live ? nowFor(scope, history, now).at : newest, live };
}

const dataOf = (history: History | null, progress: unknown) => ({
  loading: !history && progress !== undefined,
  as_of: history && asOf(history),
  appeals: history ? appealsTold(history) : 0,
  first_day: history?.publication.firstDay ?? null,
  last_day: history?.publication.lastDay ?? null,
  complete_to: history?.completeTo ?? null,
  coverage: history && coverageIn(history),
  synthetic: history?.publication.synthetic ?? false,
  synthetic_notice: history?.publication.synthetic ? syntheticNotice : null,
});

/** The newest month whose rates are final: what rates are to be asked for by default. */
async function lastRipeMonths({ database, city }: Context, history: History | null, scope: Scope | null) {
  if (!history || !scope) return { visits: null, closing: null };
  const ripening = await readRipening({ database, history, scope, timeZone: city.time_zone });
  const of = (series: RipeningSeries) => lastRipeMonth(ripening, series, history.span);
  return { visits: of('resolution'), closing: of('on_time') };
}

/**
 * `GET /api/meta`: what can be asked, how everything is called, and as of when the data is. The vocabulary is
 * the same for everybody.
 */
export function answerMeta(context: Context): RequestHandler {
  const vocabulary = vocabularyOf(context.city);
  return async (request, response) => {
    const { scope } = await context.personOf(request);
    response.set('Cache-Control', 'private, no-cache');
    const newest = scope && (await context.history());
    const history = newest && (await context.seenBy(newest, scope));
    const last_ripe_month = await lastRipeMonths(context, history, scope);
    const completeness = scope && (await context.completeness());
    const orders = ordersOf(history, scope);
    const data = { ...dataOf(history, context.progress()), orders };
    response.json({ ...vocabulary, ...data, completeness, last_ripe_month });
  };
}
