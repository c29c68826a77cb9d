import type { SourceFieldName } from '@hotline-atlas/model';
import type { City, Source } from './city.ts';
import type { FieldDefinition } from './source-schema.ts';

/**
 * Words that say that nothing is known, as databases, spreadsheets and programs write them: unknown in every
 * field unless the pack says otherwise. Capitals do not matter. Answers such as `no` and `0` are none of
 * them.
 */
export const usualUnknownWords = [
  'null',
  '(null)',
  '<null>',
  '[null]',
  '\\n',
  'n/a',
  'n.a.',
  '#n/a',
  '<na>',
  'na',
  'nan',
  'nat',
  'none',
  'nil',
  'undefined',
  'unknown',
  '-',
  '--',
  '---',
  '–',
  '—',
  '#null!',
  '#value!',
  '#ref!',
  '#name?',
  '#div/0!',
  '#num!',
  '未知',
  '不详',
  '无',
  '暂无',
] as const;

/** Times that stand for none: days that no calendar has. */
const noTimes = ['0000-00-00', '0000-00-00 00:00:00', '0000-00-00t00:00:00', '00/00/0000', '0/0/0000'];
/** Numbers that are none. */
const noNumbers = ['inf', '+inf', '-inf', 'infinity', '-infinity', 'point empty'];

const besides: Partial<Record<SourceFieldName, readonly string[]>> = {
  received: noTimes,
  dispatched: noTimes,
  signed: noTimes,
  returned: noNumbers,
  due: noTimes,
  closed: noTimes,
  visited: noTimes,
  updated: noTimes,
  latitude: noNumbers,
  longitude: noNumbers,
  point: noNumbers,
};

/** A list adds its words to those before it; an empty one makes every word a word. */
const added = (words: readonly string[], more: readonly string[] | undefined): readonly string[] =>
  more?.length === 0 ? [] : [...words, ...(more ?? [])];

/** A source whose fields each say which words are unknown there, in small letters. */
export function withUnknownWords(source: Source, city: Pick<City, 'unknown'>): Source {
  const fields = Object.entries(source.fields) as [SourceFieldName, FieldDefinition][];
  const resolved = fields.map(([name, field]) => {
    const words = [city.unknown, source.unknown, field.unknown].reduce(added, usualUnknownWords);
    const unknown = [
      ...new Set([...words, ...(besides[name] ?? [])].map((word) => word.trim().toLowerCase())),
    ];
    return [name, { ...field, unknown }] as const;
  });
  return { ...source, fields: Object.fromEntries(resolved) };
}
