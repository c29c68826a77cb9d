import { appealFieldNames, appealFieldOf, type SourceFieldName, sourceFieldNames } from './appeal.ts';

/**
 * The content of an appeal: what a version says as a whole or not at all. Versions are compared by it.
 * `columns` hold it, `derived` are worked out from them.
 */
export interface Content {
  field: SourceFieldName;
  columns: readonly string[];
  derived?: readonly string[];
  /** Without the same value there, what is said here is of another place or topic. */
  within?: string;
}

const companions = new Set(appealFieldNames.flatMap((name) => appealFieldOf(name).together ?? []));

export const contents: readonly Content[] = sourceFieldNames
  .filter((name) => !appealFieldOf(name).unversioned && !companions.has(name))
  .map((field) => {
    const { together = [], derived, within } = appealFieldOf(field);
    return {
      field,
      columns: [field, ...together],
      ...(derived && { derived }),
      ...(within !== undefined && { within }),
    };
  });
