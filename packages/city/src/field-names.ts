import { standardValues } from '@hotline-atlas/model';

/** Fields of an appeal a source can fill, with what they hold. Whatever a source does not fill stays unknown. */
export const fieldMeanings = {
  id: 'number of the appeal in the source; the same number is the same appeal',
  received: 'when the city received it',
  dispatched: 'when it went to the unit that handles it',
  due: 'until when it has to be closed',
  closed: 'when it was closed',
  visited: 'when the citizen was asked about the outcome',
  updated:
    'as of when the row is true; of two rows about an appeal the later counts. Left out: the file loaded last counts',
  kind: 'what sort of appeal it is',
  appellant: 'who appeals',
  channel: 'by which way it came',
  topic1: 'topic, first level',
  topic2: 'topic, second level',
  topic3: 'topic, third level',
  district: 'code of the district; a word without an outline in the pack is a district by itself',
  subdistrict: 'code of the subdistrict or township',
  latitude: 'degrees north, such as `34.05`, `34,05`, `34.05°`, `34.05 N`',
  longitude: 'degrees east, such as `-118.24`, `-118,24`, `118.24 W`',
  point: 'latitude and longitude in one column, see below',
  address: 'where, in words',
  unit: 'code of the unit that handles it',
  urgency: 'how long the order may take',
  status: 'how far it has come',
  handling: 'whether it was answered at the desk or dispatched',
  contacted: 'whether the citizen was contacted, as asked afterwards',
  resolved: 'whether the problem was solved, as asked afterwards',
  satisfied: 'whether the citizen is satisfied, as asked afterwards',
  excluded_reason: 'why the order takes no part in the rates; empty: it does',
  caller: 'who called, such as a telephone number; only a keyed hash is kept',
  text: 'what was said; personal data',
  reply: 'what was answered',
} as const;
export type FieldName = keyof typeof fieldMeanings;
export const fieldNames = Object.keys(fieldMeanings) as [FieldName, ...FieldName[]];

/** Fields that hold a point in time. */
export const timeFields = [
  'received',
  'dispatched',
  'due',
  'closed',
  'visited',
  'updated',
] as const satisfies readonly FieldName[];

const answers = Object.keys(standardValues.answer);

/** Fields whose words are the same in every city, with these words. */
export const standardWords = {
  kind: Object.keys(standardValues.kind),
  appellant: Object.keys(standardValues.appellant),
  channel: Object.keys(standardValues.channel),
  urgency: Object.keys(standardValues.urgency),
  status: Object.keys(standardValues.status),
  handling: Object.keys(standardValues.handling),
  contacted: answers,
  resolved: answers,
  satisfied: answers,
} as const satisfies Partial<Record<FieldName, readonly string[]>>;
export type StandardWordField = keyof typeof standardWords;

export const standardWordsOf = (field: string): readonly string[] | undefined =>
  Object.entries(standardWords).find(([name]) => name === field)?.[1];

/** Fields that take few different words: Parquet files hold them as dictionaries, and they can be counted. */
export const wordFields: readonly FieldName[] = [
  'kind',
  'appellant',
  'channel',
  'topic1',
  'topic2',
  'topic3',
  'district',
  'subdistrict',
  'unit',
  'urgency',
  'status',
  'handling',
  'contacted',
  'resolved',
  'satisfied',
  'excluded_reason',
];
