import { type Integrity, inLanguage } from '@hotline-atlas/model';
import type { Table } from '@hotline-atlas/ui/answer/table.ts';
import { exact, percent } from '@hotline-atlas/ui/format/numbers.ts';
import { expectation, probability } from '../../judgement/numbers.ts';
import type { Screen } from '../../screen/screen.ts';
import { shownOf } from './useIntegrity.ts';
import type { IntegrityWords } from './words.ts';

/** The questions that are shown as a table. */
export function integrityTable(answer: Integrity, screen: Screen, words: IntegrityWords): Table {
  const { language, label } = screen;
  const labels = new Map(answer.kinds.map((kind) => [kind.kind, inLanguage(kind.label, language)]));
  const number = (name: string, called: string) => ({ name, label: called, numeric: true });
  const share = (value: number | null) => ({
    raw: value,
    text: value === null ? '–' : percent(value, language),
  });
  return {
    columns: [
      { name: 'unit', label: words.unit, numeric: false },
      { name: 'kind', label: words.kind, numeric: false },
      { name: 'way', label: words.way, numeric: false },
      number('observed', words.seen),
      number('of', words.sample),
      number('expected', words.expected),
      number('share', words.shareColumn),
      number('q', 'q'),
    ],
    rows: shownOf(answer, screen).map((test) => {
      const [unit, kind] = [label(answer.meta.group.by, test.unit), labels.get(test.kind) ?? test.kind];
      const way = words.reasons[test.way] ?? words.ways[test.way] ?? test.way;
      return [
        { raw: unit, text: unit },
        { raw: kind, text: kind },
        { raw: way, text: way },
        { raw: test.observed, text: exact(test.observed, language) },
        { raw: test.of, text: exact(test.of, language) },
        { raw: test.expected, text: expectation(test.expected, language) },
        share(test.share),
        { raw: test.q, text: probability(test.q, language) },
      ];
    }),
  };
}
