import { type Database, type Publication, readSql } from '@hotline-atlas/clickhouse';

/** A generation and the ids it holds: from `first` to `last`, in the order of their bytes. */
export interface IdRange {
  generation: number;
  first: string;
  last: string;
  rows: number;
}

/** Generations that can hold versions of the same appeals, apart from all others. */
export interface IdGroup {
  incoming: number[];
  published: number[];
  /** Rows of the incoming ones. */
  rows: number;
}

/** Rows of small groups that are looked at together. */
const rowsTogether = 4_000_000;

export async function readIdRanges(database: Database, generations: readonly number[]): Promise<IdRange[]> {
  if (generations.length === 0) return [];
  const { rows } = await database.rows<IdRange>({
    sql: readSql('publish/id_ranges.sql'),
    parameters: { generations },
    label: 'ranges of ids',
  });
  return rows;
}

/** The ranges a publication says of its generations. */
export async function publishedIdRanges(database: Database, before: Publication | null): Promise<IdRange[]> {
  if (!before || before.generations.length === 0) return [];
  const { rows } = await database.rows<IdRange>({
    sql: `SELECT generation, first, last, 0 AS rows FROM publication
ARRAY JOIN generations AS generation, first_ids AS first, last_ids AS last
WHERE edition = {edition:UInt32}`,
    parameters: { edition: before.edition },
    label: 'published ranges of ids',
  });
  return rows;
}

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The range of what several generations hold together, as one generation. */
export function rangesTogether(generation: number, ranges: readonly IdRange[]): IdRange {
  const [first = ''] = ranges.map((range) => range.first).sort(byBytes);
  const last = ranges
    .map((range) => range.last)
    .sort(byBytes)
    .at(-1);
  return { generation, first, last: last ?? '', rows: ranges.reduce((sum, { rows }) => sum + rows, 0) };
}

/**
 * Parts generations into groups whose ids do not meet; small groups come together. Without an incoming one, a
 * group is dropped.
 */
export function groupByIds(incoming: readonly IdRange[], published: readonly IdRange[]): IdGroup[] {
  const all = [
    ...incoming.map((range) => ({ ...range, fresh: true })),
    ...published.map((range) => ({ ...range, fresh: false })),
  ].sort((a, b) => byBytes(a.first, b.first));
  const groups: IdGroup[] = [];
  let last: string | null = null;
  let open: IdGroup = { incoming: [], published: [], rows: 0 };
  const close = () => {
    const before = groups.at(-1);
    if (open.incoming.length === 0) return;
    if (before && before.rows + open.rows <= rowsTogether) {
      before.incoming.push(...open.incoming);
      before.published.push(...open.published);
      before.rows += open.rows;
    } else groups.push(open);
  };
  for (const range of all) {
    if (last !== null && byBytes(range.first, last) > 0) {
      close();
      open = { incoming: [], published: [], rows: 0 };
    }
    (range.fresh ? open.incoming : open.published).push(range.generation);
    open.rows += range.fresh ? range.rows : 0;
    last = last === null || byBytes(range.last, last) > 0 ? range.last : last;
  }
  close();
  return groups;
}
