import { encodeSelection, exportFormats, type Selection } from '@hotline-atlas/model';
import fc from 'fast-check';
import { selectionsOf } from '../../random-questions.ts';
import type { RecordedRequest } from './request.ts';
import type { RecordedSubject } from './subject.ts';

const limits = ['', '&limit=1', '&limit=17', '&limit=200'];

/** Pages of records: selected, searched for, by number. */
export function appealRequests({ words, ids, ...subject }: RecordedSubject, seed: number): RecordedRequest[] {
  const selections = fc.sample(selectionsOf(subject), { numRuns: 120, seed });
  const page = (path: string): RecordedRequest => ({ kind: 'appeals', path, pages: 3 });
  const selected = selections.map((selection, index) =>
    page(`appeals?${encodeSelection(selection)}${limits[index % limits.length]}`),
  );
  const searched = words.map((q, index) => {
    const selection = selections[index] ?? { where: [], withoutRegimes: [] };
    return page(
      `appeals?${encodeSelection({ ...(index % 2 ? selection : { where: [], withoutRegimes: [] }), q })}`,
    );
  });
  const numbered = ids.flatMap((id) => [
    page(`appeals?id=${encodeURIComponent(id)}`),
    page(`appeals?q=${encodeURIComponent(id)}`),
  ]);
  return [...selected, ...searched, ...numbered];
}

/** Selections small enough for a file: a month of a district, what was searched for, one appeal, nothing. */
function exported({ months, values, words, ids, regimes }: RecordedSubject): string[] {
  const [from = '', to = ''] = months.slice(-4);
  const small = (values.district ?? ['']).map((district) => ({
    where: [{ dimension: 'district' as const, exclude: false, values: [district] }],
    withoutRegimes: [...regimes],
    from,
    to,
  }));
  const q = words[0];
  const selections: Selection[] = [...small, ...(q ? [{ where: [], withoutRegimes: [], from, q }] : [])];
  return [
    ...selections.map((selection) => `${encodeSelection(selection)}`),
    ...ids.slice(0, 1).map((id) => `q=${encodeURIComponent(id)}`),
    'from=1980-01-01&to=1980-02-01',
  ];
}

/** Files of records in every format, and what stands beside them. */
export const exportRequests = (subject: RecordedSubject): RecordedRequest[] =>
  exported(subject).flatMap((selection) =>
    exportFormats.flatMap((format) => [
      { kind: `export ${format}`, path: `export?${selection}&format=${format}` },
      { kind: 'export about', path: `export/about?${selection}&format=${format}` },
    ]),
  );
