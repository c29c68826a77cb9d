import {
  expectations,
  hotspotMeasures,
  hotspotSteps,
  isLocalDate,
  placeLevels,
  watches,
} from '@hotline-atlas/model';
import {
  type AlarmChoice,
  type DashboardState,
  defaultState,
  type HotspotChoice,
  hotspotLayers,
  type RateChoice,
  rateGroups,
  rateLists,
} from './schema.ts';

/** One of some names, or something else where it is none of them. */
export function oneOf<Name extends string, Default>(
  sent: string | null,
  names: readonly Name[],
  otherwise: Default,
): Name | Default {
  return names.find((name) => name === sent) ?? otherwise;
}

const decodeDay = (sent: string | null) => (isLocalDate(sent ?? '') ? (sent ?? '') : '');

function decodeClass(sent: string | null): number | null {
  const code = Number(sent);
  return sent && Number.isInteger(code) && Math.abs(code) <= 8 ? code : null;
}

/** What an address says of the map of hot spots. */
export const decodeHotspots = (sent: URLSearchParams): HotspotChoice => ({
  level: oneOf(sent.get('level'), placeLevels, defaultState.hotspots.level),
  step: oneOf(sent.get('step'), hotspotSteps, defaultState.hotspots.step),
  counted: oneOf(sent.get('counted'), hotspotMeasures, defaultState.hotspots.counted),
  against: oneOf(sent.get('against'), expectations, defaultState.hotspots.against),
  layer: oneOf(sent.get('layer'), hotspotLayers, defaultState.hotspots.layer),
  at: decodeDay(sent.get('when')),
  only: decodeClass(sent.get('class')),
  place: sent.get('place') ?? '',
});

/** What an address says of the alarms. */
export const decodeAlarms = (sent: URLSearchParams): AlarmChoice => ({
  watch: oneOf(sent.get('watch'), watches, defaultState.alarms.watch),
  day: decodeDay(sent.get('day')),
  open: sent.get('alarm') ?? '',
});

/** What an address says of the page of units. */
export const decodeRates = (sent: URLSearchParams): RateChoice => ({
  by: oneOf(sent.get('groups'), rateGroups, defaultState.rates.by),
  list: oneOf(sent.get('list'), rateLists, defaultState.rates.list),
});

/** Name, value and usual value of each part of an address that is about judgements. */
export function judgementParts({ hotspots, alarms, rates }: DashboardState): [string, string, string][] {
  const usual = defaultState.hotspots;
  return [
    ['level', hotspots.level, usual.level],
    ['step', hotspots.step, usual.step],
    ['counted', hotspots.counted, usual.counted],
    ['against', hotspots.against, usual.against],
    ['layer', hotspots.layer, usual.layer],
    ['when', hotspots.at, usual.at],
    ['class', hotspots.only === null ? '' : String(hotspots.only), ''],
    ['place', hotspots.place, usual.place],
    ['watch', alarms.watch, defaultState.alarms.watch],
    ['day', alarms.day, ''],
    ['alarm', alarms.open, ''],
    ['groups', rates.by, defaultState.rates.by],
    ['list', rates.list, defaultState.rates.list],
  ];
}
