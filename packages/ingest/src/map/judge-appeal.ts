import type { City, Source } from '@hotline-atlas/city';
import type { Binder } from '@hotline-atlas/clickhouse';
import { answerFields, countFields, standardFields, timeFields, unknownCount } from '@hotline-atlas/model';
import type { KeyHalves } from './caller-keys.ts';
import type { FieldExpressions } from './field-expressions.ts';
import type { LeftOut } from './left-out.ts';
import { inCity } from './place-expressions.ts';
import type { Stages } from './stages.ts';
import { timeNames } from './time-expressions.ts';

/** What a load stamps on its rows. */
export interface LoadStamp {
  load: number;
  /** When the load began; the version of rows whose source says none. UTC, `2024-01-01 00:00:00`. */
  started: string;
  /** Two halves of the key callers are hashed with. */
  callerKey: KeyHalves;
  /** What was erased and does not come back; nothing where it is not given. */
  leftOut?: LeftOut;
}

/** Times that may be wrong without the appeal being lost; the flaw is noted. */
const optionalTimes = timeFields.filter((field) => field !== 'received');

/** The times a column of the database can hold, with a day to spare for zones. */
const [firstMoment, lastMoment] = ['1970-01-02 00:00:00', '2106-01-01 00:00:00'];

/**
 * Which of two rows about an appeal is newer: by what the file says; by the last thing it tells of where a
 * row does not say it; and by the time of loading for a file that has no column for it.
 */
function version(says: boolean, loaded: string): string {
  return says
    ? 'if(updated_sound, updated_time, greatest(received, dispatched, signed, closed, visited))'
    : loaded;
}

/** What can be wrong with a row that is kept, and how it is told. */
function flawsOf(expressions: FieldExpressions): [condition: string, flaw: string][] {
  const { typed, has } = expressions;
  const unread = (text: string, ...numbers: string[]) =>
    `${text} != '' AND (${numbers.map((number) => `${number} IS NULL`).join(' OR ')})`;
  const texts = optionalTimes.filter((field) => has(field) && !typed(field, 'time'));
  return [
    ...texts.map((field): [string, string] => [
      `${field}_text != '' AND ${field}_time IS NULL`,
      `${field} is not a time`,
    ]),
    ...texts.map((field): [string, string] => [
      `${field}_time IS NOT NULL AND NOT ${field}_sound`,
      `${field} is out of range`,
    ]),
    ...[...standardFields, ...answerFields]
      .filter((field) => has(field))
      .map((field): [string, string] => [
        `${field}_word != '' AND ${field} = ''`,
        `${field} is not a standard word`,
      ]),
    ...countFields
      .filter((field) => has(field))
      .map((field): [string, string] => [
        `${field}_text != '' AND ${field} = ${unknownCount}`,
        `${field} is not a count`,
      ]),
    ['closed_sound AND ifNull(closed_time < received_time, 0)', 'closed before received'],
    [
      `(${unread('latitude_text', 'north')}) OR (${unread('longitude_text', 'east')}) OR (${unread('point_text', 'north', 'east')})`,
      'coordinates not understood',
    ],
    ["location_quality = 'swapped'", 'coordinates swapped'],
    ["location_quality = 'outside'", 'coordinates outside the city'],
  ];
}

/**
 * Whether a time can be kept: one that says when a row became true lies in the past, or it would outrank
 * every later row.
 */
function soundTime(field: (typeof optionalTimes)[number], loaded: string, typed: boolean): string {
  const last = field === 'updated' ? `addDays(${loaded}, 1)` : `toDateTime('${lastMoment}', 'UTC')`;
  const from = typed ? '' : `${field}_time >= toDateTime('${firstMoment}', 'UTC') AND `;
  return `ifNull(${from}${field}_time <= ${last}, 0) AS ${field}_sound`;
}

/** The fields of an appeal and whether it can be kept, judged by what was parsed. */
export function judged(
  city: City,
  source: Source,
  expressions: FieldExpressions,
  binder: Binder,
  stamp: LoadStamp,
  saysUpdated: boolean,
): Stages {
  const { bind } = binder;
  const { typed } = expressions;
  const zone = bind(city.time_zone, 'String');
  const within = inCity(city, binder);
  const loaded = `toDateTime(${bind(stamp.started, 'String')}, 'UTC')`;
  const never = "toDateTime(0, 'UTC')";
  const form = bind((source.fields.received?.dates ?? ['iso']).join(' or '), 'String');
  const flaws = flawsOf(expressions);
  const flawed = flaws.map((_, index) => `flaw_${index}`).join(' OR ');
  const named = flaws.map(([, flaw], index) => `if(flaw_${index}, '${flaw}', '')`).join(',\n        ');
  const { time, clock } = timeNames('received');
  return [
    [
      `ifNull(${time}, ${never}) AS received`,
      `toTimeZone(received, ${zone}) AS local`,
      ...optionalTimes.map((field) => soundTime(field, loaded, typed(field, 'time') !== undefined)),
      `multiIf(north IS NULL OR east IS NULL OR (north = 0 AND east = 0), if(district != '' OR subdistrict != '', 'area', 'none'),
            ${within('north', 'east')}, 'point', ${within('east', 'north')}, 'swapped', 'outside') AS location_quality`,
    ],
    [
      'toDate(local) AS day',
      'toHour(local) AS hour',
      ...optionalTimes
        .filter((field) => field !== 'updated')
        .map((field) => `if(${field}_sound, ifNull(${field}_time, ${never}), ${never}) AS ${field}`),
      `if(updated_sound, updated_time, ${loaded}) AS observed`,
      "location_quality IN ('point', 'swapped', 'outside') AS placed",
      "location_quality IN ('point', 'swapped') AS located",
      "ifNull(if(placed, if(location_quality = 'swapped', east, north), 0), 0) AS latitude",
      "ifNull(if(placed, if(location_quality = 'swapped', north, east), 0), 0) AS longitude",
      ...flaws.map(([condition], index) => `${condition} AS flaw_${index}`),
      `multiIf(fault != '', fault,
            id = '', 'id: empty',
            received_text = '' AND ${time} IS NULL, if(received_said = '', 'received: empty', concat('received: “', received_said, '” means unknown (expected ', ${form}, ')')),
            ${time} IS NULL AND ${clock} IS NOT NULL, concat('received: “', received_text, '” was on no clock: the clocks of ', ${zone}, ' skipped it'),
            ${time} IS NULL, concat('received: “', received_text, '” is not a time (expected ', ${form}, ')'),
            local < toDateTime(${bind(`${city.earliest} 00:00:00`, 'String')}, ${zone}), concat('received: “', received_text, '” is before ', ${bind(city.earliest, 'String')}),
            received > addDays(${loaded}, 1), concat('received: “', received_text, '” is in the future'),
            '') AS reason`,
    ],
    [
      `if(${flawed}, arrayFilter(flaw -> flaw != '', [${named}]), []) AS flaws`,
      `${version(saysUpdated, loaded)} AS updated`,
      'if(located, geoToH3(if(located, latitude, 0), if(located, longitude, 0), 10), 0) AS cell',
      "if(reason = '', '', record) AS raw",
    ],
  ];
}
