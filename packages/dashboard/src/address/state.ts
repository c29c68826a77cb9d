import { administrationAddress } from '../features/administration/address.ts';
import { alarmAddress } from '../features/alarms/address.ts';
import { appealAddress } from '../features/appeals/address.ts';
import { areaAddress } from '../features/area/address.ts';
import { cityAddress } from '../features/city/address.ts';
import { evaluationAddress } from '../features/evaluation/address.ts';
import { hotspotAddress } from '../features/hotspots/address.ts';
import { integrityAddress } from '../features/integrity/address.ts';
import { mapAddress } from '../features/map/address.ts';
import { monthlyTopicsAddress } from '../features/monthly-topics/address.ts';
import { rateAddress } from '../features/rates/address.ts';
import { signInAddress } from '../features/session/address.ts';
import { trendAddress } from '../features/trend/address.ts';
import { viewAddress } from '../features/views/address.ts';
import { wallAddress } from '../features/wall/address.ts';
import { decodeSlice, encodeSlice, type StateOf } from './parameter.ts';
import { type Page, type Place, pathOf, placeOf } from './place.ts';
import { sharedAddress } from './shared.ts';

/** The slices of the features, by the name their values have in the state. */
const slices = {
  city: cityAddress,
  area: areaAddress,
  trend: trendAddress,
  map: mapAddress,
  hotspots: hotspotAddress,
  alarms: alarmAddress,
  rates: rateAddress,
  appeals: appealAddress,
  views: viewAddress,
  wallView: wallAddress,
  signIn: signInAddress,
  administration: administrationAddress,
  evaluation: evaluationAddress,
  integrity: integrityAddress,
  monthlyTopics: monthlyTopicsAddress,
};

type Shared = StateOf<typeof sharedAddress>;
type Features = { readonly [Name in keyof typeof slices]: StateOf<(typeof slices)[Name]> };

/** All that decides what is on the screen. The address holds it, and nothing else does. */
export type DashboardState = Place & Shared & Features;

/** What is to be different; of a feature, only the values named. */
export type StateChange = Partial<Place> &
  Partial<Shared> & { readonly [Name in keyof Features]?: Partial<Features[Name]> };

const sliceNames = Object.keys(slices) as (keyof Features)[];

const ofEvaluation: ReadonlySet<Page> = new Set(['evaluation', 'schemes', 'integrity', 'monthlyTopics']);

/** The city and the evaluation both name a month: the page says whose it is. */
const isOf = (name: keyof Features, page: Page): boolean =>
  name !== (ofEvaluation.has(page) ? 'city' : 'evaluation');

const nothingSent = new URLSearchParams();

const forFeatures = (make: (name: keyof Features) => object): Features =>
  Object.fromEntries(sliceNames.map((name) => [name, make(name)])) as unknown as Features;

/** Any base would do: only path and query of an address count. */
const base = 'http://this.invalid';

/** The state an address stands for: path and query. Whatever is not understood is as if it were not there. */
export function decode(address: string): DashboardState {
  const { pathname, searchParams: sent } = new URL(address, base);
  const place = placeOf(pathname, sent);
  return {
    ...place,
    ...decodeSlice(sharedAddress, sent),
    ...forFeatures((name) => decodeSlice(slices[name], isOf(name, place.page) ? sent : nothingSent)),
  };
}

/** The query of the address of a state, without what is as usual. */
export function encodeSearch(state: DashboardState): string {
  const parameters = new URLSearchParams();
  encodeSlice(sharedAddress, state, parameters);
  for (const name of sliceNames)
    if (isOf(name, state.page)) encodeSlice(slices[name], state[name], parameters);
  return readable(parameters);
}

/** The address of a state, path and query; the inverse of {@link decode}. */
export const encode = (state: DashboardState): string => pathOf(state) + encodeSearch(state);

/** The state of an address that says nothing but its page. */
export const defaultState: DashboardState = decode('/overview');

/** A state after a change. */
export function changed(state: DashboardState, change: StateChange): DashboardState {
  return { ...state, ...change, ...forFeatures((name) => ({ ...state[name], ...change[name] })) };
}

/** Colons, commas and exclamation marks need no escape in a query, and addresses are read by people. */
const readable = (parameters: URLSearchParams): string => {
  const text = parameters.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%21', '!');
  return text === '' ? '' : `?${text}`;
};
