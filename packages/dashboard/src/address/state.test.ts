import { expect, test } from 'vitest';
import { changed, type DashboardState, decode, defaultState, encode } from './state.ts';

const far: DashboardState = {
  page: 'map',
  object: '',
  period: { from: '2024-01-01', to: '2024-03-01' },
  span: { from: '2024-02-01', to: '2024-02-08' },
  comparison: 'none',
  withoutRegimes: true,
  where: [
    { dimension: 'district', exclude: false, values: ['110105'] },
    { dimension: 'topic2', exclude: false, values: ['Noise, loud > Music\\Party', 'b&c=d#e'] },
    { dimension: 'channel', exclude: true, values: ['phone'] },
    { dimension: 'kind', exclude: false, values: [''] },
  ],
  metric: 'resolution_rate',
  tables: ['trend', 'hours'],
  trend: { grain: 'week' },
  map: { shape: 'cells', measure: 'count', view: { longitude: 116.4, latitude: 39.9, zoom: 9.5 } },
  views: { open: 'v1' },
  wallView: { screen: 'orders', still: true },
  signIn: { to: '/map', error: 'denied' },
  administration: { part: 'audit', find: 'li', event: 'sign_in', who: 'li.na' },
  appeals: { search: '供暖 & <script>', cursor: 'abc+/=', open: 'A 1/2', order: 'due', listed: true },
  language: 'zh',
  theme: 'dark',
  wall: true,
  hotspots: {
    level: 'subdistrict',
    step: 'week',
    counted: 'problems',
    against: 'usual',
    layer: 'classes',
    at: '2024-03-04',
    only: -3,
    place: '110105001',
  },
  alarms: { watch: 'week', day: '2024-03-10', open: '2024-03-10~week~housing~110105' },
  rates: { by: 'subdistrict', list: 'all' },
  area: {
    pace: 'week',
    on: '2024-03-10',
    need: 'again',
    needBy: 'unit',
    unitOrder: 'late',
    allUnits: true,
  },
  city: {
    month: '2024-03',
    measure: 'on_time_rate',
    order: '-volume',
    story: 'topic2:a.b',
    ask: 'unit:works',
  },
  evaluation: defaultState.evaluation,
  integrity: { kind: 'early_closing', unit: '110105001', open: '110105001 early_closing' },
  monthlyTopics: {
    show: 'kept',
    level: 'topic3',
    candidate: 'a.b',
    measure: 'repeat_share',
    over: 'method',
    removed: 'x-1',
  },
};

/** A page of the evaluation has a month of its own, and nothing of the page of the city. */
const evaluated: DashboardState = {
  ...far,
  page: 'evaluation',
  object: '110105001',
  city: defaultState.city,
  evaluation: {
    month: '2024-02',
    group: 'subdistrict',
    unit: '110105001',
    beside: '110105002,110105003',
    named: '朝阳 & co',
    within: '110105',
    order: '-resolution',
    weights: 'response:20,resolution:40',
    funnel: 'satisfaction',
    missed: 'late',
    open: 'excluded',
  },
};

test('an address and its state say the same', () => {
  expect(decode(encode(far))).toEqual(far);
  expect(encode(decode(encode(far)))).toBe(encode(far));
  expect(decode(encode(evaluated))).toEqual(evaluated);
  expect(encode(changed(evaluated, { city: { month: '2020-01' } }))).toBe(encode(evaluated));
});

test('what is as usual does not stand in the address', () => {
  expect(encode(defaultState)).toBe('/overview');
  expect(decode('/overview')).toEqual(defaultState);
});

test('what is not understood is as if it were not there', () => {
  const nonsense =
    '?page=x&period=2024-02-30..2024-03-01&span=b..a&compare=9&where=nothing:1&where=month:2024-01-01&where=&' +
    'metric=drop&grain=eon&tables=x,y&shape=&at=1,2&at=NaN,0,0&lang=fr&theme=neon&regimes=1';
  expect(decode(nonsense)).toEqual(defaultState);
});

test('values that cannot be are as if they were not there', () => {
  const sent =
    '?where=hour_of_day:99&where=cell:foo&where=channel:PHONE,phone&where=day_of_week:0&where=kind:&q=%22';
  expect(decode(sent)).toEqual({
    ...defaultState,
    where: [
      { dimension: 'channel', exclude: false, values: ['phone'] },
      { dimension: 'kind', exclude: false, values: [''] },
    ],
  });
  expect(decode('?where=cell:8831aa41abfffff&where=hour_of_day:23').where).toHaveLength(2);
});

test('a change of a feature leaves its other values as they are', () => {
  expect(changed(far, { hotspots: { place: '' }, page: 'units' })).toEqual({
    ...far,
    page: 'units',
    hotspots: { ...far.hotspots, place: '' },
  });
});

test('an object page is named by its path, whatever its code', () => {
  const state = changed(defaultState, { page: 'topic', object: 'noise/über 1?' });
  expect(encode(state)).toBe('/topic/noise%2F%C3%BCber%201%3F');
  expect(decode(encode(state))).toEqual(state);
  expect(decode('/unit/%E0%A4%A')).toMatchObject({ page: 'missing', object: '/unit/%E0%A4%A' });
  expect(decode('/evaluation').object).toBe('');
  expect(encode(decode('/evaluation/110105?group=district'))).toBe('/evaluation/110105?group=district');
  expect(encode(decode('/nowhere/else?lang=en'))).toBe('/nowhere/else?lang=en');
});

test('former addresses lead to the same pages, and an address that names none leads home', () => {
  expect(encode(decode('/?page=appeals&where=district:1&lang=en'))).toBe('/orders?where=district:1&lang=en');
  expect(encode(decode('/?period=all'))).toBe('/overview?period=all');
  expect(decode('/?lang=zh&theme=dark').page).toBe('city');
});
