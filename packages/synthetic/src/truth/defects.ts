import { addUp } from '../add-up.ts';

/** Rows of a defect among the defects that `sql/defects/planted.sql` and `broken-lines.ts` plant. */
export interface CountedDefect {
  defect: string;
  rows: number;
}

/** What becomes of such rows when they are loaded. */
interface Expectation {
  expected: 'kept' | 'rejected';
  /** Begins the reason a rejected row is set aside with. */
  reason?: string;
  /** The flaw noted on a kept row. */
  flaw?: string;
}

export interface DefectTruth {
  share: number;
  /** Rows in all files, without headers. */
  rows: number;
  kept: number;
  rejected: number;
  defects: (CountedDefect & Expectation)[];
  /** Files that cannot be loaded at all. */
  unloadable: string[];
}

const expectations: Record<string, Expectation> = {
  received_1899: { expected: 'rejected', reason: 'received' },
  received_2199: { expected: 'rejected', reason: 'received' },
  received_words: { expected: 'rejected', reason: 'received' },
  received_excel: { expected: 'kept' },
  coordinates_swapped: { expected: 'kept', flaw: 'coordinates swapped' },
  coordinates_in_sea: { expected: 'kept', flaw: 'coordinates outside the city' },
  closed_before_received: { expected: 'kept', flaw: 'closed before received' },
  embedded_nul: { expected: 'rejected', reason: 'a NUL byte' },
  quotes_inside_quotes: { expected: 'kept' },
  duplicate_id: { expected: 'kept' },
  empty_id: { expected: 'rejected', reason: 'id: empty' },
  huge_cell: { expected: 'kept' },
  too_few_fields: { expected: 'rejected', reason: '2 fields where the header has' },
  text_after_quote: { expected: 'rejected', reason: 'text after the closing quote' },
  quote_never_closed: { expected: 'rejected', reason: 'a quoted field that does not end' },
};

/** Says of each defect how many rows have it and what loading makes of them. */
export function defectTruth(
  share: number,
  counted: readonly CountedDefect[],
  unloadable: string[],
): DefectTruth {
  const defects = addUp(counted, ['defect']).map(({ defect, rows }) => {
    const expectation = expectations[defect];
    if (!expectation) throw new RangeError(`Nothing is said of the defect ${defect}`);
    return { defect, rows, ...expectation };
  });
  const rowsOf = (expected: Expectation['expected']): number =>
    defects.reduce((sum, each) => sum + (each.expected === expected ? each.rows : 0), 0);
  const [kept, rejected] = [rowsOf('kept'), rowsOf('rejected')];
  return { share, rows: kept + rejected, kept, rejected, defects, unloadable };
}
