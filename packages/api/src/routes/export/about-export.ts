import type { City } from '@hotline-atlas/city';
import {
  choosesByDueState,
  type ExportFormat,
  encodeClause,
  inLanguage,
  type Scope,
} from '@hotline-atlas/model';
import { cutMark, type History, type RecordSelection } from '@hotline-atlas/query';
import { syntheticNotice } from '../meta-route.ts';
import type { CellNames } from './cell-names.ts';
import type { ExportEntry } from './export-log.ts';
import { toldSelection } from './told-selection.ts';

/** What of an export is described. */
export type Described = Pick<ExportEntry, 'asked' | 'format' | 'records' | 'scope' | 'version'> & {
  /** Names of the cells it filters by. */
  cellNames: CellNames;
};

const notices: Partial<Record<ExportFormat, [string, string][]>> = {
  csv: [
    [
      'Formulas',
      'a text that a spreadsheet would take for a formula has an apostrophe in front; other formats hold it as it is',
    ],
  ],
  xlsx: [
    [
      'Texts',
      `longer than the 32,767 units of UTF-16 that a cell holds are cut and end with “${cutMark.trim()}”; characters that XML has no place for are left out or stand as \uFFFD`,
    ],
  ],
};

const seen = ({ clauses, texts }: Scope): string =>
  `${clauses.length > 0 ? clauses.map(encodeClause).join(' and ') : 'all appeals'}, ${texts ? 'with' : 'without'} texts`;

/** What the fields hold that not everybody sees alike. */
const fieldsSeen = ({ place, time, callers, texts }: Scope, { time_zone }: City): [string, string][] => [
  [
    'Times',
    `local to the city (${time_zone})${time === 'hour' ? ', cut to the hour' : ''}; an empty cell is unknown`,
  ],
  ['Cells', place === 'point' ? 'H3, resolution 10' : `H3, resolution ${place}, without the point`],
  ...(texts
    ? []
    : [
        ['Numbers', 'sealed: they name an appeal to whoever exported, and to nobody else'] as [
          string,
          string,
        ],
      ]),
  ...(callers === null
    ? []
    : [
        ['Callers', `pseudonyms of the project ${callers}: the same caller has the same one within it`] as [
          string,
          string,
        ],
      ]),
];

/** What stands in or beside a file of records: which they are, of what data, and what their columns mean. */
export function aboutExport(
  selection: RecordSelection,
  history: History,
  city: City,
  { asked, format, version, records, scope, cellNames }: Described,
): [string, string][] {
  const { publication } = history;
  return [
    ['City', inLanguage(city.name, 'en')],
    ['Selected', asked || 'everything'],
    ...toldSelection(selection, history, city, cellNames),
    ...(choosesByDueState(selection) && selection.due
      ? [['Open orders as of', selection.due.at] as [string, string]]
      : []),
    ['Seen by whoever exported', seen(scope)],
    ['Records', records === null ? 'not counted' : String(records)],
    ['Version of the data', String(version)],
    ['Newest appeal', history.seen.newestAppeal ?? 'none'],
    ['Published', publication.published],
    ...fieldsSeen(scope, city),
    ['Definitions', 'of every metric and value: /api/meta, at this version of the data'],
    ...(notices[format] ?? []),
    ...(publication.synthetic ? [['Notice', syntheticNotice.en] as [string, string]] : []),
  ];
}
