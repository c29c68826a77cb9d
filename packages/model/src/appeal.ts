import type { Localized } from './localized.ts';
import { type StandardField, standardValues } from './values.ts';

/**
 * The form of what a field holds.
 * - `id`: text that names the appeal; `text`: text that differs from row to row.
 * - `time`: a moment. `count`: a whole number from 0.
 * - `number`: degrees. `point`: both degrees in one column of a file.
 * - `standard`: a word of a closed list, the same in every city. `answer`: yes, no or not asked.
 * - `word`: one of few different words or codes of the city.
 * - `caller`: a keyed hash. `cell`: an H3 cell. `flaws`: a list of remarks.
 */
export type FieldForm =
  | 'id'
  | 'text'
  | 'time'
  | 'count'
  | 'number'
  | 'point'
  | 'standard'
  | 'answer'
  | 'word'
  | 'caller'
  | 'cell'
  | 'flaws';

/** One field of an appeal. */
export interface AppealField {
  form: FieldForm;
  label: Localized;
  /**
   * What a source says with it, for the reference of sources; left out where the field is worked out from
   * others.
   */
  meaning?: string;
  /**
   * `text`: only for whoever may read texts. `pseudonym`: for whoever has a project, and never as it is
   * stored.
   */
  private?: 'text' | 'pseudonym';
  /** Versions of an appeal are not compared by it. */
  unversioned?: true;
  /** It means the same only within the same value of this field. */
  within?: string;
  /** Columns that are said together with it, as one value. */
  together?: readonly string[];
  /** Columns that are worked out from it, and follow it into a correction. */
  derived?: readonly string[];
}

/** Every field of an appeal, in the order of records. Whatever a source does not fill stays unknown. */
export const appealFields = {
  id: {
    form: 'id',
    label: { en: 'Number', zh: '工单编号' },
    meaning: 'number of the appeal in the source; the same number is the same appeal',
    unversioned: true,
  },
  received: {
    form: 'time',
    label: { en: 'Received', zh: '受理时间' },
    meaning: 'when the city received it',
    derived: ['day', 'hour'],
  },
  dispatched: {
    form: 'time',
    label: { en: 'Dispatched', zh: '派单时间' },
    meaning: 'when it went to the unit that handles it',
  },
  signed: {
    form: 'time',
    label: { en: 'Signed for', zh: '签收时间' },
    meaning:
      'when the unit that handles it signed for it; empty in a file with the column: it has not signed yet',
  },
  returned: {
    form: 'count',
    label: { en: 'Times returned', zh: '退单次数' },
    meaning:
      'how often it came back from a unit before the one that handles it; 0 is never, empty is unknown, which is not 0',
  },
  due: {
    form: 'time',
    label: { en: 'Due', zh: '到期时间' },
    meaning: 'until when it has to be closed',
  },
  closed: { form: 'time', label: { en: 'Closed', zh: '办结时间' }, meaning: 'when it was closed' },
  visited: {
    form: 'time',
    label: { en: 'Return visit', zh: '回访时间' },
    meaning: 'when the citizen was asked about the outcome',
  },
  updated: {
    form: 'time',
    label: { en: 'Updated', zh: '更新时间' },
    meaning:
      'as of when the row is true; of two rows about an appeal the later counts. Left out: the file loaded last counts',
    unversioned: true,
  },
  kind: { form: 'standard', label: { en: 'Kind', zh: '诉求类型' }, meaning: 'what sort of appeal it is' },
  appellant: { form: 'standard', label: { en: 'Appellant', zh: '诉求人类型' }, meaning: 'who appeals' },
  channel: { form: 'standard', label: { en: 'Channel', zh: '渠道' }, meaning: 'by which way it came' },
  topic1: { form: 'word', label: { en: 'Topic', zh: '一级分类' }, meaning: 'topic, first level' },
  topic2: {
    form: 'word',
    label: { en: 'Topic, level 2', zh: '二级分类' },
    meaning: 'topic, second level',
    within: 'topic1',
  },
  topic3: {
    form: 'word',
    label: { en: 'Topic, level 3', zh: '三级分类' },
    meaning: 'topic, third level',
    within: 'topic2',
  },
  district: {
    form: 'word',
    label: { en: 'District', zh: '被反映区' },
    meaning: 'code of the district; a word without an outline in the pack is a district by itself',
  },
  subdistrict: {
    form: 'word',
    label: { en: 'Subdistrict', zh: '被反映街道/乡镇' },
    meaning: 'code of the subdistrict or township',
    within: 'district',
  },
  unit: {
    form: 'word',
    label: { en: 'Unit', zh: '承办单位' },
    meaning: 'code of the unit that handles it',
  },
  urgency: {
    form: 'standard',
    label: { en: 'Time limit', zh: '办理时限' },
    meaning: 'how long the order may take',
  },
  status: { form: 'standard', label: { en: 'Status', zh: '状态' }, meaning: 'how far it has come' },
  handling: {
    form: 'standard',
    label: { en: 'Handling', zh: '处理方式' },
    meaning: 'whether it was answered at the desk or dispatched',
  },
  contacted: {
    form: 'answer',
    label: { en: 'Contacted', zh: '是否联系' },
    meaning: 'whether the citizen was contacted, as asked afterwards',
  },
  resolved: {
    form: 'answer',
    label: { en: 'Resolved', zh: '是否解决' },
    meaning: 'whether the problem was solved, as asked afterwards',
  },
  satisfied: {
    form: 'answer',
    label: { en: 'Satisfied', zh: '是否满意' },
    meaning: 'whether the citizen is satisfied, as asked afterwards',
  },
  excluded_reason: {
    form: 'word',
    label: { en: 'Excluded because', zh: '剔除原因' },
    meaning: 'why the order takes no part in the rates; empty: it does',
  },
  location_quality: { form: 'word', label: { en: 'Location', zh: '定位质量' } },
  latitude: {
    form: 'number',
    label: { en: 'Latitude', zh: '纬度' },
    meaning: 'degrees north, such as `34.05`, `34,05`, `34.05°`, `34.05 N`',
    together: ['longitude'],
    derived: ['cell', 'location_quality'],
  },
  longitude: {
    form: 'number',
    label: { en: 'Longitude', zh: '经度' },
    meaning: 'degrees east, such as `-118.24`, `-118,24`, `118.24 W`',
  },
  point: {
    form: 'point',
    label: { en: 'Point', zh: '点位' },
    meaning: 'latitude and longitude in one column, see below',
    unversioned: true,
  },
  cell: { form: 'cell', label: { en: 'Cell', zh: '六边形网格' } },
  address: {
    form: 'text',
    label: { en: 'Address', zh: '问题点位' },
    meaning: 'where, in words',
    private: 'text',
  },
  caller: {
    form: 'caller',
    label: { en: 'Caller (hashed)', zh: '诉求人（哈希）' },
    meaning: 'who called, such as a telephone number; only a keyed hash is kept',
    private: 'pseudonym',
  },
  text: {
    form: 'text',
    label: { en: 'Text', zh: '诉求内容' },
    meaning: 'what was said; personal data',
    private: 'text',
  },
  reply: {
    form: 'text',
    label: { en: 'Reply', zh: '办理答复' },
    meaning: 'what was answered',
    private: 'text',
  },
  flaws: { form: 'flaws', label: { en: 'Flaws of the record', zh: '记录问题' } },
} as const satisfies Record<string, AppealField>;

export type AppealFieldName = keyof typeof appealFields;
type FieldsOf<Form extends FieldForm> = {
  [Name in AppealFieldName]: (typeof appealFields)[Name]['form'] extends Form ? Name : never;
}[AppealFieldName];
type SourceFieldName = {
  [Name in AppealFieldName]: (typeof appealFields)[Name] extends { meaning: string } ? Name : never;
}[AppealFieldName];

export const appealFieldNames = Object.keys(appealFields) as AppealFieldName[];

/** The declaration of a field, with its type widened to {@link AppealField}. */
export const appealFieldOf = (name: AppealFieldName): AppealField => appealFields[name];

/** Fields of a form, in order. */
const fieldsOfForm = <Form extends FieldForm>(...forms: readonly Form[]): FieldsOf<Form>[] =>
  appealFieldNames.filter((name): name is FieldsOf<Form> =>
    forms.some((form) => form === appealFields[name].form),
  );

/** Fields a source can fill, in order. */
export const sourceFieldNames = appealFieldNames.filter(
  (name): name is SourceFieldName => appealFieldOf(name).meaning !== undefined,
) as [SourceFieldName, ...SourceFieldName[]];
export type { SourceFieldName };

const isSourceField = <Name extends AppealFieldName>(name: Name): name is Name & SourceFieldName =>
  sourceFieldNames.some((field) => field === name);

/** Fields that hold a moment. */
export const timeFields = fieldsOfForm('time');
/** Fields that hold a whole number from 0. */
export const countFields = fieldsOfForm('count');
/** What a count holds where it is not known: 0 is a count. */
export const unknownCount = -1;
/** Answers of the return visit. */
export const answerFields = fieldsOfForm('answer');
/** Fields whose texts differ from row to row. */
export const textFields = fieldsOfForm('text');
/** Fields whose words are the same in every city. */
export const standardFields = fieldsOfForm('standard');
/** Columns of few different words: files and tables hold them as dictionaries, and they can be counted. */
export const dictionaryFields = fieldsOfForm('standard', 'answer', 'word');

export type StandardWordField = FieldsOf<'standard' | 'answer'>;
export type DictionaryField = FieldsOf<'standard' | 'answer' | 'word'>;

/** Those of them that a source can fill. */
export const sourceWordFields = dictionaryFields.filter((name) => isSourceField(name));

/** Whether a column holds few different words. */
export const isDictionaryField = (name: string): name is DictionaryField =>
  dictionaryFields.some((field) => field === name);

/** The words a field may hold, where they are the same in every city; else undefined. */
export function standardWordsOf(field: string): readonly string[] | undefined {
  if (answerFields.some((name) => name === field)) return Object.keys(standardValues.answer);
  const standard = standardFields.find((name): name is typeof name & StandardField => name === field);
  return standard && Object.keys(standardValues[standard]);
}

/** The columns a record can have, in order; who asks gets those of their scope. */
export const recordFieldNames = appealFieldNames.filter(
  (name): name is Exclude<AppealFieldName, 'point'> => appealFields[name].form !== 'point',
);
export type RecordFieldName = (typeof recordFieldNames)[number];
