import type { City, Source } from '@hotline-atlas/city';
import type { Binder } from '@hotline-atlas/clickhouse';
import { firstGenerationOf, monthNumberSql } from '@hotline-atlas/clickhouse';
import {
  answerFields,
  appealFieldOf,
  countFields,
  type StandardWordField,
  sourceWordFields,
  standardFields,
  standardWordsOf,
  textFields,
  timeFields,
} from '@hotline-atlas/model';
import type { RecordInput } from '../read/record-input.ts';
import { countFromText } from './count-expression.ts';
import { type FieldExpressions, fieldExpressions } from './field-expressions.ts';
import { judged, type LoadStamp } from './judge-appeal.ts';
import { nothingLeftOut, withoutErased } from './left-out.ts';
import { degrees, degreesAsGiven, inCity, pointFromText } from './place-expressions.ts';
import { spokenFields } from './spoken-fields.ts';
import { beside, type Stages, stacked } from './stages.ts';
import { timeAsGiven, timeFromText } from './time-expressions.ts';

/** Fields whose words come as they are: topics and the place have expressions of their own. */
const ownWordFields = [
  ...standardFields,
  ...sourceWordFields.filter((field) => appealFieldOf(field).form === 'word' && !field.startsWith('topic')),
  ...textFields,
];
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
  'signed',
  ...countFields,
  'due',
  'closed',
  'visited',
  ...ownWordFields,
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

/** A word of a closed list: itself, or unknown when it is none of them; what was said is kept beside it. */
function standardWord(field: StandardWordField): string {
  const words = `[${(standardWordsOf(field) ?? []).map((each) => `'${each}'`).join(', ')}]`;
  return `transform(${field}_word, ${words}, ${words}, '')`;
}

/**
 * How often something happened: a whole number from 0, whatever it is written as; what is none is unknown.
 * `<field>_text` says what was said.
 */
function counts({ word, typed }: FieldExpressions): Stages {
  const texts = countFields.map((field) => {
    const column = typed(field, 'number');
    return `${column ? `ifNull(toString(${column}), '')` : word(field)} AS ${field}_text`;
  });
  const read = countFields.map((field) => `${countFromText(`${field}_text`)} AS ${field}`);
  return [texts, read];
}

/** Where the appeal is: `north`, `east` (Nullable), from columns of their own or from one that holds both. */
function place(city: City, source: Source, expressions: FieldExpressions, binder: Binder): Stages {
  const { plain, typed, has } = expressions;
  const axis = (field: 'latitude' | 'longitude', letters: 'NS' | 'EW') => {
    if (typed(field, 'number')) return degreesAsGiven(`${field}_given`);
    return has(field) ? degrees(`${field}_text`, letters) : "CAST(NULL, 'Nullable(Float64)')";
  };
  const text = (field: 'latitude' | 'longitude' | 'point') => (typed(field, 'number') ? "''" : plain(field));
  const texts = (['latitude', 'longitude', 'point'] as const).map(
    (field) => `${text(field)} AS ${field}_text`,
  );
  const given = (['latitude', 'longitude'] as const).flatMap((field) => {
    const column = typed(field, 'number');
    return column ? [`${column} AS ${field}_given`] : [];
  });
  const [north, east] = [axis('latitude', 'NS'), axis('longitude', 'EW')];
  if (!has('point'))
    return [
      [...texts, ...given],
      [`${north} AS north`, `${east} AS east`],
    ];
  const point = pointFromText(source.fields.point?.order, inCity(city, binder), binder);
  const both = [`ifNull(${north}, point_north) AS north`, `ifNull(${east}, point_east) AS east`];
  return [[...texts, ...given], ...point, both];
}

function times(city: City, source: Source, expressions: FieldExpressions, binder: Binder): Stages {
  const { word, plain, said, typed, has } = expressions;
  const zone = binder.bind(city.time_zone, 'String');
  const time = (field: (typeof timeFields)[number]): Stages => {
    const column = typed(field, 'time');
    if (column || !has(field)) return timeAsGiven(field, column !== undefined);
    return timeFromText(field, source.fields[field]?.dates ?? ['iso'], zone, binder);
  };
  const texts = timeFields.map(
    (field) => `${typed(field, 'time') ? plain(field) : word(field)} AS ${field}_text`,
  );
  const given = timeFields.flatMap((field) => {
    const column = typed(field, 'time');
    return column ? [`${column} AS ${field}_given`] : [];
  });
  return [[...texts, ...given, `${said('received')} AS received_said`], ...beside(...timeFields.map(time))];
}

/** The fields of a record, parsed but not yet judged. */
function parsed(
  city: City,
  source: Source,
  expressions: FieldExpressions,
  input: RecordInput,
  stamp: LoadStamp,
  binder: Binder,
): string {
  const { word, plain } = expressions;
  const { bind } = binder;
  const [first, second] = stamp.callerKey;
  const words: Stages = [
    [
      `${input.raw} AS record`,
      `${identity(source, expressions)} AS id`,
      ...ownWordFields.map((field) => `${word(field)} AS ${isStandard(field) ? `${field}_word` : field}`),
      ...topics(source, expressions),
      ...answerFields.map((field) => `${word(field)} AS ${field}_word`),
      `${plain('caller')} AS caller_text`,
    ],
    [
      ...standardFields.map((field) => `${standardWord(field)} AS ${field}`),
      ...answerFields.map(
        (field) =>
          `CAST(toInt8(transform(${field}_word, ['yes', 'no'], [1, 2], 0)), '${answerType}') AS ${field}`,
      ),
      `if(caller_text = '', 0, sipHash64Keyed((${bind(first, 'UInt64')}, ${bind(second, 'UInt64')}), caller_text)) AS caller`,
    ],
  ];
  const [texts = [], ...stages] = beside(
    words,
    times(city, source, expressions, binder),
    counts(expressions),
    place(city, source, expressions, binder),
  );
  const read = `SELECT line, fault, ${texts.join(',\n       ')}\nFROM (${input.relation})`;
  return stacked(read, stages);
}

const isStandard = (field: string): field is (typeof standardFields)[number] =>
  standardFields.some((standard) => standard === field);

/**
 * The INSERT that turns the records of a file into appeals, by what the source says of its columns. The bytes
 * of the file follow it in the format of the input.
 */
export function mappingStatement(
  city: City,
  source: Source,
  input: RecordInput,
  stamp: LoadStamp,
  binder: Binder,
): string {
  const expressions = fieldExpressions(source, input, binder);
  const load = binder.bind(stamp.load, 'UInt32');
  const saysUpdated = spokenFields(source, input).includes('updated');
  const fields = parsed(city, source, expressions, input, stamp, binder);
  const rows = stacked(fields, judged(city, source, expressions, binder, stamp, saysUpdated));
  return `INSERT INTO appeal_incoming (${columns.join(', ')})
SELECT toUInt32(${binder.bind(firstGenerationOf(stamp.load), 'UInt32')} + ${monthNumberSql('day')}) AS generation,
       ${load} AS load,
       ${columns.slice(2).join(', ')}
FROM (${withoutErased(rows, stamp.leftOut ?? nothingLeftOut, binder)})
FORMAT ${input.format}`;
}
