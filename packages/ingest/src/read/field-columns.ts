import type { FieldDefinition } from '@hotline-atlas/city';

/** The columns a field may be taken from. */
export const namesOf = (definition: Pick<FieldDefinition, 'column'> | undefined): string[] => {
  const column = definition?.column;
  return column === undefined ? [] : Array.isArray(column) ? column : [column];
};
