import { splitClause } from '@hotline-atlas/model';
import { sharedAddress } from './shared.ts';

/** The clauses of an address that are not understood, or have values their dimension cannot have. */
export const unreadClauses = (search: string): string[] =>
  new URLSearchParams(search).getAll('where').filter((sent) => {
    const read = sharedAddress.where.decode([sent]).flatMap(({ values }) => values);
    return read.length === 0 || read.length < (splitClause(sent)?.values.length ?? 0);
  });
