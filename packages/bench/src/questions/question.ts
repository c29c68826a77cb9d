import { encodeQuery, encodeSelection, type Query, type Selection } from '@hotline-atlas/model';

/** A page of records, newest first. */
export interface RecordsAsked {
  selection: Selection;
  limit: number;
  /** Words to find in the appeals. */
  words?: string;
}

/** One question of the bench. */
export interface Question {
  /** Unlike any other in the list. */
  name: string;
  /** What asks it on the screen; for hard ones, what makes it hard. */
  panel: string;
  list: 'screens' | 'clicks' | 'hard' | 'search';
  /** Whether it asks of all history. */
  whole: boolean;
  asked: { kind: 'query'; query: Query } | { kind: 'records'; records: RecordsAsked };
}

/** What a figure says of the question it is about. */
export type Labels = Pick<Question, 'name' | 'panel' | 'list' | 'whole'> & { address: string };

export const labelsOf = (question: Question): Labels => {
  const { name, panel, list, whole } = question;
  return { name, panel, list, whole, address: addressOf(question) };
};

/** The address a question is asked at, below `/api/`. */
export function addressOf({ asked }: Pick<Question, 'asked'>): string {
  if (asked.kind === 'query') return `query?${encodeQuery(asked.query)}`;
  const { selection, limit, words } = asked.records;
  const parameters = encodeSelection(selection);
  if (words) parameters.set('q', words);
  parameters.set('limit', String(limit));
  return `appeals?${parameters}`;
}

/** A question with everything that is not said left open. */
export const query = (parts: Partial<Query> & Pick<Query, 'metrics'>): Query => ({
  by: [],
  where: [],
  withoutRegimes: [],
  order: [],
  resolution: 8,
  ...parts,
});

/** Each address once, in the order given. */
export const distinct = (questions: readonly Question[]): Question[] => [
  ...new Map(questions.map((question) => [addressOf(question), question])).values(),
];
