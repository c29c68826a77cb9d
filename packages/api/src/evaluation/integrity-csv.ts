import { columnsCsv } from '@hotline-atlas/judgement';
import type { Integrity } from '@hotline-atlas/model';

/** A file with one line a question, or a test where a unit is asked for. */
export function integrityCsv({ flags, tests, meta }: Integrity): string {
  const rows = tests ?? flags;
  const column = <Value>(of: (row: (typeof rows)[number]) => Value): Value[] => rows.map(of);
  return columnsCsv({
    month: column(() => meta.month),
    group: column(() => meta.group.name),
    unit: column(({ unit }) => unit),
    kind: column(({ kind }) => kind),
    way: column(({ way }) => way),
    standing: column(({ standing }) => standing),
    observed: column(({ observed }) => observed),
    of: column(({ of }) => of),
    expected: column(({ expected }) => expected),
    share: column(({ share }) => share),
    lower: column(({ lower }) => lower),
    upper: column(({ upper }) => upper),
    expected_share: column(({ expected_share }) => expected_share),
    p: column(({ p }) => p),
    q: column(({ q }) => q),
    provisional: column(({ provisional }) => String(provisional)),
    words: column(({ words }) => words.en),
  });
}
