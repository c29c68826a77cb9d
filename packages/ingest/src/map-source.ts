import type { City, FieldName, Source } from '@hotline-atlas/city';
import { timeFields } from '@hotline-atlas/city';
import { firstGenerationOf, monthNumberSql } from '@hotline-atlas/clickhouse';
import type { Binder } from './binder.ts';
import { type FieldExpressions, fieldExpressions } from './field-expressions.ts';
import type { RecordInput } from './record-input.ts';
import { spokenFields } from './spoken-fields.ts';

/** What a load stamps on its rows. */
export interface LoadStamp {
  load: number;
  /** When the load began; the version of rows whose source says none. UTC, `2024-01-01 00:00:00`. */
  started: string;
  /** Two halves of the key callers are hashed with. */
  callerKey: readonly [string, string];
}

const wordFields = [
  'kind',
  'appellant',
  'channel',
  'unit',
  'urgency',
  'status',
  'handling',
  'district',
  'subdistrict',
  'excluded_reason',
  'address',
  'text',
  'reply',
] as const satisfies readonly FieldName[];
const answerFields = ['contacted', 'resolved', 'satisfied'] as const satisfies readonly FieldName[];

const answerType = String.raw`Enum8(\'\' = 0, \'yes\' = 1, \'no\' = 2)`;

/** Columns of `appeal_incoming` in the order the statement selects them. */
const columns = [
  'generation',
  'load',
  'line',
  'id',
  'updated',
  'observed',
  'received',
  'day',
  'hour',
  'dispatched',
  'due',
  'closed',
  'visited',
  ...wordFields,
  'topic1',
  'topic2',
  'topic3',
  ...answerFields,
  'location_quality',
  'latitude',
  'longitude',
  'cell',
  'caller',
  'flaws',
  'reason',
  'raw',
] as const;

function identity(source: Source, { plain, column }: FieldExpressions): string {
  if (!source.identity) return plain('id');
  return `lower(hex(sipHash128(${source.identity.map(column).join(', ')})))`;
}

/** Expressions of the three topic levels. */
function topics(source: Source, { word }: FieldExpressions): string[] {
  if (source.topic_codes) {
    const given = (['topic3', 'topic2', 'topic1'] as const).filter((level) => source.fields[level]);
    const [only] = given;
    const code = only && given.length === 1 ? word(only) : `firstNonDefault(${given.map(word).join(', ')})`;
    return [
      `${code} AS topic_code`,
      ...[1, 2, 3].map(
        (level) => `extract(topic_code, '^[^.]*${'[.][^.]*'.repeat(level - 1)}') AS topic${level}`,
      ),
    ];
  }
  return (['topic1', 'topic2', 'topic3'] as const).map((level) => {
    const parent = source.fields[level]?.under;
    const value = word(level);
    return parent
      ? `if(${value} = '', '', concat(${parent}, ' > ', ${value})) AS ${level}`
      : `${value} AS ${level}`;
  });
}

/** The fields of a record, parsed but not yet judged. */
function parsed(
  source: Source,
  expressions: FieldExpressions,
  input: RecordInput,
  stamp: LoadStamp,
  { bind }: Binder,
): string {
  const { word, plain, time, number } = expressions;
  const [first, second] = stamp.callerKey;
  const lines = [
    'line',
    'fault',
    `${input.raw} AS record`,
    `${identity(source, expressions)} AS id`,
    ...timeFields.map((field) => `${time(field)} AS ${field}_time`),
    ...timeFields.map((field) => `${plain(field)} AS ${field}_text`),
    ...wordFields.map((field) => `${word(field)} AS ${field}`),
    ...topics(source, expressions),
    ...answerFields.map(
      (field) =>
        `CAST(toInt8(transform(${word(field)}, ['yes', 'no'], [1, 2], 0)), '${answerType}') AS ${field}`,
    ),
    `${number('latitude')} AS north`,
    `${number('longitude')} AS east`,
    `${plain('caller')} AS caller_text`,
    `if(caller_text = '', 0, sipHash64Keyed((${bind(first, 'UInt64')}, ${bind(second, 'UInt64')}), caller_text)) AS caller`,
  ];
  return `SELECT ${lines.join(',\n       ')}\nFROM (${input.relation})`;
}

/** Times that may be wrong without the appeal being lost; the flaw is noted. */
const optionalTimes = timeFields.filter((field) => field !== 'received');

/**
 * Which of two rows about an appeal is newer: by what the file says; by the last thing it tells of where a row does not say it; and by
 * the time of loading for a file that has no column for it.
 */
function version(says: boolean, loaded: string): string {
  return says ? 'ifNull(updated_time, greatest(received, dispatched, closed, visited))' : loaded;
}

function judged(
  city: City,
  source: Source,
  { timeIsText }: FieldExpressions,
  { bind }: Binder,
  stamp: LoadStamp,
  saysUpdated: boolean,
): string {
  const zone = bind(city.time_zone, 'String');
  const [west, south, east, north] = city.bounds.map((bound) => bind(bound, 'Float64'));
  const inCity = (latitude: string, longitude: string) =>
    `(${latitude} BETWEEN ${south} AND ${north} AND ${longitude} BETWEEN ${west} AND ${east})`;
  const loaded = `toDateTime(${bind(stamp.started, 'String')}, 'UTC')`;
  const forms = bind((source.fields.received?.dates ?? ['iso']).join(' or '), 'String');
  const flaws = [
    ...optionalTimes
      .filter(timeIsText)
      .map((field) => [`${field}_text != '' AND ${field}_time IS NULL`, `${field} is not a time`]),
    ['ifNull(closed_time < received_time, 0)', 'closed before received'],
    ["location_quality = 'swapped'", 'coordinates swapped'],
    ["location_quality = 'outside'", 'coordinates outside the city'],
  ];
  const flawed = flaws.map(([condition]) => `(${condition})`).join(' OR ');
  const named = flaws.map(([condition, flaw]) => `if(${condition}, '${flaw}', '')`).join(',\n        ');
  return `
    ifNull(received_time, toDateTime(0, 'UTC')) AS received,
    toTimeZone(received, ${zone}) AS local,
    toDate(local) AS day,
    toHour(local) AS hour,
    ${optionalTimes
      .filter((field) => field !== 'updated')
      .map((field) => `ifNull(${field}_time, toDateTime(0, 'UTC')) AS ${field}`)
      .join(',\n    ')},
    ${version(saysUpdated, loaded)} AS updated,
    ifNull(updated_time, ${loaded}) AS observed,
    multiIf(north IS NULL OR east IS NULL OR (north = 0 AND east = 0), if(district != '' OR subdistrict != '', 'area', 'none'),
            ${inCity('north', 'east')}, 'point', ${inCity('east', 'north')}, 'swapped', 'outside') AS location_quality,
    ifNull(if(location_quality = 'swapped', east, north), 0) AS latitude,
    ifNull(if(location_quality = 'swapped', north, east), 0) AS longitude,
    location_quality IN ('point', 'swapped') AS located,
    if(located, geoToH3(if(located, latitude, 0), if(located, longitude, 0), 10), 0) AS cell,
    if(${flawed}, arrayFilter(flaw -> flaw != '', [${named}]), []) AS flaws,
    multiIf(fault != '', fault,
            id = '', 'id: empty',
            received_time IS NULL, concat('received: “', received_text, '” is not a time (expected ', ${forms}, ')'),
            local < toDateTime(${bind(`${city.earliest} 00:00:00`, 'String')}, ${zone}), concat('received: “', received_text, '” is before ', ${bind(city.earliest, 'String')}),
            received > addDays(toDateTime(${bind(stamp.started, 'String')}, 'UTC'), 1), concat('received: “', received_text, '” is in the future'),
            '') AS reason,
    if(reason = '', '', record) AS raw`;
}

/**
 * The INSERT that turns the records of a file into appeals, by what the source says of its columns. The bytes of the
 * file follow it in the format of the input.
 */
export function mappingStatement(
  city: City,
  source: Source,
  input: RecordInput,
  stamp: LoadStamp,
  binder: Binder,
): string {
  const expressions = fieldExpressions(source, input, binder, city.time_zone);
  const load = binder.bind(stamp.load, 'UInt32');
  const saysUpdated = spokenFields(source, input).includes('updated');
  return `INSERT INTO appeal_incoming (${columns.join(', ')})
SELECT toUInt32(${binder.bind(firstGenerationOf(stamp.load), 'UInt32')} + ${monthNumberSql('day')}) AS generation,
       ${load} AS load,
       ${columns.slice(2).join(', ')}
FROM (SELECT *, ${judged(city, source, expressions, binder, stamp, saysUpdated)}
FROM (${parsed(source, expressions, input, stamp, binder)}))
FORMAT ${input.format}`;
}
