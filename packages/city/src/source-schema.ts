import { localized as looseName } from '@hotline-atlas/model';
import { z } from 'zod';
import { delimiterCharacter, encodingName } from './text-form.ts';

const localized = looseName.strict();

/** Fields of an appeal a source can fill. Whatever it does not fill stays unknown. */
export const fieldNames = [
  'id',
  'received',
  'dispatched',
  'due',
  'closed',
  'visited',
  'updated',
  'kind',
  'appellant',
  'channel',
  'topic1',
  'topic2',
  'topic3',
  'district',
  'subdistrict',
  'latitude',
  'longitude',
  'address',
  'unit',
  'urgency',
  'status',
  'handling',
  'contacted',
  'resolved',
  'satisfied',
  'excluded_reason',
  'caller',
  'text',
  'reply',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Fields that hold a point in time. */
export const timeFields = ['received', 'dispatched', 'due', 'closed', 'visited', 'updated'] as const;

const plainField = z.strictObject({
  /** Column of the file; several names: the first the file has. */
  column: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** The same value in every row, instead of a column. */
  constant: z.string().optional(),
  /** The file must have the column. `id` (unless made), `received` always must. */
  required: z.boolean().default(false),
  /** Words of the source → standard values. An empty string makes a word unknown. */
  values: z.record(z.string(), z.string()).optional(),
  /**
   * Words that are names in the pack become codes: of areas (`district`, `subdistrict`), topics or units, in any of their
   * languages. Names that several of them share are left alone; `values` comes first. A topic field takes the names of
   * its own level, and with `topic_codes` those of every level.
   */
  names: z.boolean().default(false),
  /** What becomes of words not listed in `values`: kept as they are, or made unknown, or another value. */
  otherwise: z
    .union([z.literal('keep'), z.literal('unknown'), z.strictObject({ value: z.string() })])
    .default('keep'),
  /**
   * How times are written, tried in order: `iso`, `excel` (days since 1899-12-30), or a pattern such as
   * `M/d/yy H:mm` (Joda letters). Times without a zone are in the city's.
   */
  dates: z.array(z.string()).optional(),
  /** The topic level this one stands under: makes `<parent> > <value>`, so that equal words stay apart. */
  under: z.enum(['topic1', 'topic2']).optional(),
});

const field = plainField.refine(({ names, under }) => !(names && under), {
  path: ['under'],
  error: 'not together with names: a code already says where it stands',
});

/** `cities/<city>/sources/<name>.yaml`: how the columns of a file become the fields of an appeal. */
export const sourceSchema = z.strictObject({
  title: localized,
  /** Where the data comes from and under which terms, shown with every answer built on it. */
  licence: z.string().optional(),
  /** What a reader has to know before trusting a figure built on it. */
  remarks: localized.optional(),
  /** Made up, and to be labelled so wherever it is shown. */
  synthetic: z.boolean().default(false),
  delimiter: delimiterCharacter.optional(),
  encoding: encodingName.default('utf-8'),
  /** Names of the columns in order, for files without a header line. */
  header: z.array(z.string()).optional(),
  /**
   * What identifies an appeal: the `id` field, or, where the source has no key, the columns whose contents together
   * make one (exact repeats of these are the same appeal).
   */
  identity: z.array(z.string()).optional(),
  /** Columns of Parquet files that are read as a ClickHouse type instead of as text. */
  types: z.record(z.string(), z.string()).default({}),
  /** Whether `topic3` (or the deepest level given) is a code of the pack's `topics.yaml`, which then fills the levels above. */
  topic_codes: z.boolean().default(false),
  fields: z.partialRecord(z.enum(fieldNames), field),
});

export type SourceDefinition = z.infer<typeof sourceSchema>;
export type FieldDefinition = z.infer<typeof field>;
