import { suggestion } from '@hotline-atlas/model';
import type { City } from './city.ts';
import { canBeExchanged } from './city-place.ts';

const placeholders = ['subdistrict', 'district'];

function* repeated(codes: readonly string[]): Generator<string> {
  const seen = new Set<string>();
  for (const code of codes) {
    if (seen.has(code)) yield code;
    seen.add(code);
  }
}

function* dispatchProblems({ dispatch, topics, units, areas }: City): Generator<string> {
  const topicCodes = topics.map(({ code }) => code);
  const unitCodes = units.map(({ code }) => code);
  const district =
    areas.find(({ level }) => level === 'district')?.features.features[0]?.properties.code ?? '';
  for (const { topic, to } of dispatch) {
    if (!topicCodes.includes(topic))
      yield `dispatch.yaml: there is no topic “${topic}”, ${suggestion(topic, topicCodes)}`;
    if (!placeholders.includes(to) && !unitCodes.includes(to.replaceAll('{district}', district)))
      yield `dispatch.yaml: ${topic}: there is no unit “${to}”, ${suggestion(to, unitCodes)}`;
  }
  for (const code of repeated(dispatch.map(({ topic }) => topic)))
    yield `dispatch.yaml: ${code}: has two rules, expected one`;
}

function* areaProblems({ areas }: City): Generator<string> {
  const codes = new Set(
    areas.flatMap(({ features }) => features.features.map(({ properties }) => properties.code)),
  );
  for (const { level, features } of areas) {
    for (const { properties } of features.features)
      if (properties.parent && !codes.has(properties.parent))
        yield `city.yaml: areas: ${level} ${properties.code} has the parent “${properties.parent}”, which is no area`;
    for (const code of repeated(features.features.map(({ properties }) => properties.code)))
      yield `city.yaml: areas: ${level} ${code} is there twice`;
  }
}

function* sourceProblems({ sources, bounds }: City): Generator<string> {
  for (const { name, fields } of sources)
    if (fields.point && !fields.point.order && canBeExchanged(bounds))
      yield `sources/${name}.yaml: fields.point: a pair of numbers could lie in the city either way round, expected order: lat_lon or order: lon_lat`;
}

/** What the files of a pack say of one another that does not hold. */
export function* checkReferences(city: City): Generator<string> {
  for (const code of repeated(city.topics.map((topic) => topic.code)))
    yield `topics.yaml: ${code} is there twice`;
  for (const code of repeated(city.units.map((unit) => unit.code)))
    yield `units.yaml: ${code} is there twice`;
  yield* areaProblems(city);
  yield* sourceProblems(city);
  yield* dispatchProblems(city);
}
