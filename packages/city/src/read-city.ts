import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suggestion } from '@hotline-atlas/model';
import { z } from 'zod';
import { readBoundaries } from './boundaries.ts';
import { checkReferences } from './check-references.ts';
import type { AreaLevel, City, Source, Topic } from './city.ts';
import { citySchema, dispatchSchema, type TopicDefinition, topicsSchema, unitSchema } from './city-schema.ts';
import { withNames } from './names-to-codes.ts';
import { readEvaluation } from './read-evaluation.ts';
import { CityPackError, readOptionalList, readShaped } from './read-file.ts';
import { readRoles, rolesFile } from './read-roles.ts';
import { sourceSchema } from './source-schema.ts';
import { unitsInDistricts } from './units.ts';
import { withUnknownWords } from './unknown-words.ts';

/** All levels of a topic tree in one list, parents before children. */
function flattenTopics(definitions: TopicDefinition[], parent = '', level: 1 | 2 | 3 = 1): Topic[] {
  return definitions.flatMap(({ code, en, zh, local, children = [] }) => {
    const full = parent ? `${parent}.${code}` : code;
    const label = { en, ...(zh && { zh }), ...(local && { local }) };
    const deeper = level < 3 ? flattenTopics(children, full, level === 1 ? 2 : 3) : [];
    return [{ code: full, level, parent, label }, ...deeper];
  });
}

function readSources(folder: string): Source[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ name: basename(file, '.yaml'), ...readShaped(join(folder, file), sourceSchema) }));
}

/** The names of the packs in a folder. */
export const listCities = (cities: string): string[] =>
  readdirSync(cities, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(cities, entry.name, 'city.yaml')))
    .map((entry) => entry.name)
    .sort();

/**
 * Reads and validates the pack `<cities>/<code>`.
 * @throws CityPackError naming file, field and what was expected, or the nearest packs that exist
 */
export function readCity(cities: string, code: string): City {
  const known = listCities(cities);
  if (!known.includes(code))
    throw new CityPackError(`There is no city pack “${code}”: ${suggestion(code, known)}`);
  const file = (name: string) => join(cities, code, name);
  const { areas, ...definition } = readShaped(file('city.yaml'), citySchema);
  const levels = areas.map(
    ({ boundaries, ...level }): AreaLevel => ({ ...level, features: readBoundaries(file(boundaries)) }),
  );
  const vocabulary = {
    areas: levels,
    topics: flattenTopics(readOptionalList(file('topics.yaml'), topicsSchema)),
    units: unitsInDistricts(readOptionalList(file('units.yaml'), z.array(unitSchema)), levels),
  };
  const city: City = {
    code,
    ...definition,
    ...vocabulary,
    dispatch: readOptionalList(file('dispatch.yaml'), z.array(dispatchSchema)),
    roles: readRoles(rolesFile(cities, code)),
    evaluation: readEvaluation(file('evaluation.yaml'), vocabulary),
    sources: readSources(file('sources')).map((source) =>
      withUnknownWords(withNames(source, vocabulary), definition),
    ),
  };
  const [problem] = checkReferences(city);
  if (problem) throw new CityPackError(join(cities, code, problem));
  return city;
}

/**
 * The source of a city by its name; the only one where none is named.
 * @throws CityPackError naming the nearest that exist
 */
export function sourceOf(city: City, name: string | undefined): Source {
  const names = city.sources.map((source) => source.name);
  const [only] = city.sources;
  if (name === undefined && only && names.length === 1) return only;
  const found = city.sources.find((source) => source.name === name);
  if (found) return found;
  if (name === undefined)
    throw new CityPackError(`${city.code} has several sources; say which: --source ${names.join(' | ')}`);
  throw new CityPackError(`${city.code} has no source “${name}” (--source): ${suggestion(name, names)}`);
}
