/**
 * What people say of an aim. Why and mend together are at most {@link mostWords} words, and hold no figures
 * of single runs.
 */
export interface Remark {
  why: string;
  /** What would make it hold, or hold better. */
  mend?: string;
  /** Numbers of records in `docs/decisions`. */
  decisions?: readonly number[];
}

export const mostWords = 60;

/** By the `id` of a target. */
export const remarks: Readonly<Record<string, Remark>> = {
  loading: {
    why: 'Half of the extra time parses, maps and works out cells; the other half sums rollups. Without any rollup it would still be about 1.8 times a bare insert.',
    mend: 'Work cells out after publication, and fill fewer of the finest rollups.',
    decisions: [4, 16],
  },
  'ingest-memory': {
    why: 'Files are streamed to the engine. The process holds one block of each of two files.',
    decisions: [4],
  },
  'rollup-share': {
    why: 'Sums are stored as differences and packed. The index of texts counts among the rows, newest appeals in order of receipt among the rollups.',
    decisions: [5, 14, 16],
  },
  p50: {
    why: 'Understanding a statement takes the engine longer than reading its rows. Screens read all years together from one small table.',
    decisions: [9, 12, 16],
  },
  p95: { why: 'As for the median; places with 64 classes of times to close cost most.', decisions: [13, 16] },
  p99: {
    why: 'Times to close of all cells of resolution 9 are the slowest. Their histograms are added up in parts.',
    decisions: [16],
  },
  'rows-read': { why: 'Years are summed up, and all years together once more.', decisions: [13, 14, 16] },
  bare: { why: 'The ratio is of the p95 of a small sample, so it varies much between runs.', decisions: [5] },
  duckdb: {
    why: 'As for the bare table. Sketches of callers are compared within a tolerance.',
    decisions: [5],
  },
  'hard-13-months': {
    why: 'Cells of resolution 10 and conditions that no rollup holds read the rows of thirteen months.',
    decisions: [15],
  },
  'hard-all-history': {
    why: 'Cells of resolution 10 and conditions that no rollup holds read all rows, of one or two columns.',
    decisions: [15, 17],
  },
  search: {
    why: 'Pairs of characters are indexed once loads are finished; before that texts are read.',
    decisions: [4],
  },
  flat: { why: 'Rollups grow with keys and months, not with appeals.', decisions: [5, 13] },
  'meanwhile-p95': {
    why: 'Every rollup is filled before a load counts; only years are summed up after it, so that screens read months.',
    decisions: [24],
  },
  'meanwhile-search': {
    why: 'While many texts have no index, months are searched from the newest on, for as long as a reader waits.',
    decisions: [24],
  },
  'meanwhile-users': {
    why: 'Summing up and indexing yield to questions, but share the two cores with them.',
    decisions: [8, 24],
  },
  hotspots: {
    why: 'It is the first question of its kind after a start: code is not compiled yet, and the statement for all appeals by cell and month is slow once.',
    mend: 'Statistics in two threads, reading all appeals by cell before anybody asks, or fewer numbers in the answer.',
    decisions: [15, 16],
  },
  alarms: {
    why: 'Thousands of series are judged once for a version of the data and a day.',
    decisions: [6, 15],
  },
  'twenty-users': {
    why: 'Small questions of a click are asked together and read together.',
    decisions: [12],
  },
  rush: {
    why: 'Refusing costs little, but not nothing: both cores also run the clients that ask.',
    mend: 'Ask from another machine to see how much of it is the client.',
    decisions: [15],
  },
  lcp: {
    why: 'The browser shares two cores with engine and API, and this machine is slow with a browser. Charts are part of the first code.',
    mend: 'Draw figures, lists and outlines first; load charts and maps after.',
  },
  click: {
    why: 'Seven or eight questions are asked in one request and read by about four statements. Panels keep still and are drawn once.',
    decisions: [9, 11, 12],
  },
  'click-median': {
    why: 'The engine answers in a fraction of it; the browser, on the same cores, draws for the rest.',
    decisions: [9, 11, 12],
  },
  inp: { why: 'A click draws the choice at once, and panels after their answers.', decisions: [11] },
  javascript: {
    why: 'Charts and maps with their libraries are loaded after the first paint.',
    decisions: [3],
  },
  'export-csv': {
    why: 'CSV for people escapes formulas and leaves unknown values empty, and the API copies every byte from socket to socket on the same two cores.',
    mend: 'A relay that reads into large buffers of its own, which would be an HTTP client by hand.',
    decisions: [7, 16],
  },
  'first-byte-csv': { why: 'Rows leave as the engine writes them.', decisions: [7] },
  'export-memory-csv': { why: 'Bytes pass through. A peak between two readings of memory would be missed.' },
  'export-parquet': {
    why: 'The engine encodes, the API passes bytes on and adds to the footer.',
    decisions: [7],
  },
  'first-byte-parquet': {
    why: 'Nothing leaves before the first row group of 16,384 rows is whole.',
    decisions: [7],
  },
  'export-memory-parquet': { why: 'As for CSV.' },
};
