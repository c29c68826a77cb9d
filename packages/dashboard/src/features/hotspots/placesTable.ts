import { type Hotspots, inLanguage, type Language } from '@hotline-atlas/model';
import type { Cell, Table } from '@hotline-atlas/ui/answer/table.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { expectation, probability, score } from '../../judgement/numbers.ts';
import { standouts } from './course.ts';
import type { HotspotWords } from './words.ts';

/** As many as are read; the file has all. */
const most = 200;

/** The places that stand out at a step as a table. */
export function placesTable(
  answer: Hotspots,
  at: number,
  nameOf: (place: string) => string,
  words: HotspotWords,
  language: Language,
): Table {
  const { places, classes, meta } = answer;
  const isLatest = at === meta.steps.length - 1;
  const labels = new Map(classes.map(({ code, label }) => [code, inLanguage(label, language)]));
  const number = (raw: number | null, text: string): Cell => ({ raw, text });
  return {
    columns: [
      { name: 'place', label: words.place, numeric: false },
      { name: 'count', label: words.observed, numeric: true },
      { name: 'expected', label: words.cases.expected, numeric: true },
      { name: 'z', label: 'z', numeric: true },
      ...(isLatest ? [{ name: 'q', label: 'q', numeric: true }] : []),
      { name: 'bin', label: words.layers.bins, numeric: false },
      { name: 'class', label: words.pattern, numeric: false },
    ],
    rows: standouts(answer, at, most).map(({ index, place, count, expected, z, bin }) => [
      { raw: place, text: nameOf(place) },
      number(count, exact(count, language)),
      number(expected, expectation(expected, language)),
      number(z, score(z, language)),
      ...(isLatest ? [number(places.q[index] ?? null, probability(places.q[index] ?? null, language))] : []),
      { raw: bin, text: words.bins[bin] ?? '' },
      { raw: places.class[index] ?? 0, text: labels.get(places.class[index] ?? 0) ?? '' },
    ]),
  };
}
