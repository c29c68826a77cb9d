import type { Objections } from '@hotline-atlas/model';
import { sequenced } from '@hotline-atlas/ui/format/joined.ts';
import { exact } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { MonthContext } from '../evaluation/MonthContext.ts';
import { ObjectionItem } from '../evaluation/ObjectionItem.tsx';
import { useShown } from '../evaluation/useMonth.ts';
import { AskedPart } from './Part.tsx';
import { evaluationAddressOf } from './requests.ts';
import type { UnitMonth } from './useUnitMonth.ts';
import { depthWords } from './words-depth.ts';
import '../evaluation/life.css';

/** The base before and after objections, where they changed it. */
function useBase({ answer, at }: UnitMonth): string | null {
  const { objections: words } = useWords(depthWords);
  const { language } = useScreen();
  const [before, after] = [answer.units.base_before[at] ?? null, answer.units.base[at] ?? null];
  if (before === null || after === null || before === after) return null;
  return words.base(exact(before, language), exact(after, language));
}

/** Objections to orders of the unit, and what they changed of its base; who may decides them here. */
export function ObjectionsPart({ shown }: { shown: UnitMonth }) {
  const { objections: words } = useWords(depthWords);
  const { language } = useScreen();
  const { month, group, row, answer } = shown;
  const view = useRequest<Objections>(evaluationAddressOf('evaluation/objections', { month }));
  const base = useBase(shown);
  const subtitle = sequenced([words.subtitle, ...(base === null ? [] : [base])], language);
  const table = useShown(answer);
  return (
    <AskedPart name="objections" view={view} title={words.title} subtitle={subtitle}>
      {({ objections, limited }) => {
        const own = objections.filter((each) => each.group === group && each.unit === row.code);
        return (
          <MonthContext value={table}>
            {own.length === 0 && <p className="unit-note">{limited ? words.noneOfMany : words.none}</p>}
            <ol className="objection-list">
              {own.map((each) => (
                <ObjectionItem key={each.id} objection={each} />
              ))}
            </ol>
          </MonthContext>
        );
      }}
    </AskedPart>
  );
}
