import type { City } from '@hotline-atlas/city';
import type { Binder } from '@hotline-atlas/clickhouse';
import type { Stages } from './stages.ts';

const signed = '[+-]?[0-9]{1,3}(?:[.][0-9]+)?';
const comma = '[+-]?[0-9]{1,3}(?:,[0-9]+)?';
const degree = '[ ]*°?[ ]*';
const part = (number: string) => `(?:[NSEWnsew][ ]*)?${number}${degree}(?:[NSEWnsew])?`;

/** `POINT (-118.24 34.05)`, longitude first, as in well-known text; a height behind is not looked at. */
const wellKnownText = `(?i)^(?:SRID=4326;)?[ ]*POINT[ ]*(?:Z|M|ZM)?[ ]*[(][ ]*(${signed})[ ]+(${signed})(?:[ ]+${signed}){0,2}[ ]*[)]$`;
/** A GeoJSON point, longitude first. */
const geoJson = `"coordinates"[ ]*:[ ]*\\[[ ]*(${signed})[ ]*,[ ]*(${signed})`;
/** `(34.05, -118.24)`, also at the end of an address; `34.05 -118.24`; `34,05; -118,24`. */
const pair = `(?:^|\\()[ ]*(${part(signed)})[ ]*[,; ][ ]*(${part(signed)})[ ]*\\)?$`;
const commaPair = `(?:^|\\()[ ]*(${part(comma)})[ ]*(?:;|[ ])[ ]*(${part(comma)})[ ]*\\)?$`;

/** Numbers as text, of which the engine's own reading would take `nan` and `inf` too. */
const finite = (number: string): string => `if(isFinite(${number}), ${number}, NULL)`;

/**
 * Degrees written as text, Nullable(Float64): with a point or a comma, a sign of degree, a letter of
 * direction instead of a minus. Any other text is NULL.
 * @param letters the two directions of the axis, the negative one last, such as `NS`
 */
export function degrees(text: string, letters: 'NS' | 'EW'): string {
  const either = `[${letters}${letters.toLowerCase()}]`;
  const plain = '[0-9]{1,3}(?:[.,][0-9]+)?';
  const written = `^(?:[+-]?${plain}${degree}|${plain}${degree}${either}|${either}[ ]*${plain}${degree})$`;
  const negative = `match(${text}, '[-${letters[1]}${letters[1]?.toLowerCase()}]')`;
  const number = `toFloat64OrNull(replaceOne(extract(${text}, '${plain}'), ',', '.'))`;
  const read = `if(match(${text}, '${written}'), ${number} * if(${negative}, -1, 1), NULL)`;
  const ordinary = `toFloat64OrNull(${text})`;
  return `if(${text} = '', NULL, if(isFinite(ifNull(${ordinary}, nan)), ${ordinary}, ${read}))`;
}

/** Degrees that the file holds as a number. */
export const degreesAsGiven = (column: string): string => finite(`CAST(${column}, 'Nullable(Float64)')`);

/**
 * Stages of expressions that give `point_north`, `point_east` (Nullable) read from `point_text`, which holds
 * both.
 * @param order of a pair without letters; undefined: whichever way round lies in the city
 */
export function pointFromText(
  order: 'lat_lon' | 'lon_lat' | undefined,
  inCity: (latitude: string, longitude: string) => string,
  { bind }: Binder,
): Stages {
  const groups = (expression: string) => `extractGroups(point_text, ${bind(expression, 'String')})`;
  const number = (name: string, index: 1 | 2, letters: 'NS' | 'EW') => degrees(`${name}[${index}]`, letters);
  const exchanged = {
    lat_lon: '0',
    lon_lat: '1',
    told: `ifNull(NOT ${inCity('point_first', 'point_second')} AND ${inCity('point_second', 'point_first')}, 0)`,
  }[order ?? 'told'];
  return [
    [`if(match(point_text, '^[{]'), ${groups(geoJson)}, ${groups(wellKnownText)}) AS point_standard`],
    [`if(notEmpty(point_standard), [], ${groups(pair)}) AS point_dotted`],
    [
      `if(notEmpty(point_standard) OR notEmpty(point_dotted), point_dotted, ${groups(commaPair)}) AS point_pair`,
    ],
    [`match(point_pair[1], '[EWew]') OR match(point_pair[2], '[NSns]') AS point_lettered`],
    [
      `if(point_lettered, ${number('point_pair', 2, 'NS')}, ${number('point_pair', 1, 'NS')}) AS point_first`,
      `if(point_lettered, ${number('point_pair', 1, 'EW')}, ${number('point_pair', 2, 'EW')}) AS point_second`,
    ],
    [`NOT point_lettered AND ${exchanged} AS point_exchanged`],
    [
      `if(notEmpty(point_standard), toFloat64OrNull(point_standard[2]), if(point_exchanged, point_second, point_first)) AS point_north`,
      `if(notEmpty(point_standard), toFloat64OrNull(point_standard[1]), if(point_exchanged, point_first, point_second)) AS point_east`,
    ],
  ];
}

/** Condition that a point lies within the bounds of the city. */
export const inCity =
  (city: City, { bind }: Binder) =>
  (latitude: string, longitude: string): string => {
    const [west, south, east, north] = city.bounds.map((bound) => bind(bound, 'Float64'));
    return `(${latitude} BETWEEN ${south} AND ${north} AND ${longitude} BETWEEN ${west} AND ${east})`;
  };
