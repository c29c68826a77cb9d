import type { City } from '@hotline-atlas/city';
import { inLanguage } from '@hotline-atlas/model';
import type { History } from '../plan/history.ts';
import { periodOf } from '../plan/plan.ts';
import type { RecordSelection } from '../records/selected.ts';
import type { ExportEntry } from './export-log.ts';
import { syntheticNotice } from './meta-route.ts';

/** What stands in a workbook beside its records: which they are, of what data, and what their columns mean. */
export function aboutExport(
  selection: RecordSelection,
  history: History,
  city: City,
  { asked, version, records }: ExportEntry,
): [string, string][] {
  const { publication } = history;
  const { from, to } = periodOf(selection, history);
  return [
    ['City', inLanguage(city.name, 'en')],
    ['Selected', asked || 'everything'],
    ['Period', `${from} to the day before ${to}`],
    ['Records', records === null ? 'not counted' : String(records)],
    ['Version of the data', String(version)],
    ['Newest appeal', publication.newestAppeal],
    ['Published', publication.published],
    ['Exported', new Date().toISOString()],
    ['Times', `local to the city (${city.time_zone}); an empty cell is unknown`],
    ['Cells', 'H3, resolution 10'],
    ['Texts', 'longer than 16,383 characters are cut; other formats hold them whole'],
    ...(publication.synthetic ? [['Notice', syntheticNotice.en] as [string, string]] : []),
  ];
}
