import {
  appealFieldOf,
  countFields,
  sourceFieldNames,
  standardValues,
  standardWordsOf,
  timeFields,
} from '@hotline-atlas/model';
import { z } from 'zod';
import { dateLetters } from './date-letters.ts';
import { fieldSchema, sourceSchema } from './source-schema.ts';
import { table } from './table.ts';
import { usualUnknownWords } from './unknown-words.ts';

/** The lines of `cities/README.md` between which the reference stands. */
export const referenceMarks = {
  begin: '<!-- reference: written by packages/city/scripts/write-reference.ts -->',
  end: '<!-- /reference -->',
} as const;

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const schemaSchema = z.object({
  properties: z.record(z.string(), z.object({ description: z.string().optional() })),
});

/** What a shape may hold, as it describes it. */
function properties(shape: z.ZodType): string[][] {
  const { properties } = schemaSchema.parse(z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' }));
  return Object.entries(properties).map(([name, { description = '' }]) => [code(name), description]);
}

function wordsOf(field: string): string {
  if (timeFields.some((name) => name === field)) return 'a time';
  if (countFields.some((name) => name === field)) return 'a whole number from 0';
  const words = standardWordsOf(field);
  if (!words) return '';
  const labels: Record<string, { en: string }> = {
    ...(Object.entries(standardValues).find(([name]) => name === field)?.[1] ?? standardValues.answer),
  };
  return words.map((word) => `${code(word)} ${labels[word]?.en ?? ''}`.trim()).join(' · ');
}

/** The reference of fields, standard words, properties and letters of dates, in Markdown. */
export const reference = (): string =>
  [
    '### Fields of an appeal',
    table(
      ['field', 'is', 'holds'],
      sourceFieldNames.map((field) => [code(field), appealFieldOf(field).meaning ?? '', wordsOf(field)]),
    ),
    'Where words are listed, no others are known: another word in `values` is refused, another word in a file makes the field unknown and is counted.',
    '### What a field can say',
    table(['in a field', 'means'], properties(fieldSchema)),
    '### What a source can say',
    table(['in a source', 'means'], properties(sourceSchema)),
    '### Letters of dates',
    table(
      ['letter', 'stands for'],
      dateLetters.map(({ letter, stands }) => [code(letter), stands]),
    ),
    "One letter of a number reads one or two digits, two letters exactly two. Other letters stand in single quotes: `yyyy-MM-dd'T'HH:mm`. A quoted `'UTC'`, `'GMT'` or `'Z'` says that times are of UTC.",
    '### Words for unknown',
    `In every field, capitals or not: ${usualUnknownWords.map(code).join(' ')}. In times also \`0000-00-00\` and \`00/00/0000\`, in coordinates \`inf\`.`,
  ].join('\n\n');
