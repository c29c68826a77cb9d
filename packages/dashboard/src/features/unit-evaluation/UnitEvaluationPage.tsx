import { inLanguage } from '@hotline-atlas/model';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { stateOf } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useScreen } from '../../screen/screen.ts';
import { EvaluationLink } from './EvaluationLink.tsx';
import { MovedPart } from './MovedPart.tsx';
import { UnitEvaluationBar } from './UnitEvaluationBar.tsx';
import { UnitHead } from './UnitHead.tsx';
import { type UnitMonth, useUnitMonth } from './useUnitMonth.ts';
import { unitEvaluationWords } from './words.ts';
import './unit-evaluation.css';

/** Why there is nothing to see of a unit, and the way back. */
function NotInGroup({
  name,
  group,
  month,
}: {
  name: string;
  group: { name: string; label: string };
  month: string;
}) {
  const { noGroup: words } = useWords(unitEvaluationWords);
  return (
    <div className="page-message">
      <h2>{words.title}</h2>
      <p>{words.why(name, group.label)}</p>
      <p>
        <EvaluationLink code="" month={month} group={group.name}>
          {words.back}
        </EvaluationLink>
      </p>
    </div>
  );
}

function Parts({ shown }: { shown: UnitMonth }) {
  const words = useWords(unitEvaluationWords);
  return (
    <>
      <UnitEvaluationBar shown={shown} />
      <UnitHead shown={shown} />
      {!shown.row.isOpen && <p className="unit-note">{words.closed}</p>}
      {shown.row.isOpen && <MovedPart shown={shown} />}
    </>
  );
}

/** One unit in the evaluation of a month: where it stands, how sure that is, and what made it so. */
export function UnitEvaluationPage() {
  const { state, language } = useScreen();
  const { view, shown } = useUnitMonth();
  return (
    <div className="unit-evaluation" data-testid="unit-evaluation-page" data-state={stateOf(view)}>
      <PanelBody view={view}>
        {({ meta }) =>
          shown === undefined ? (
            <div className="skeleton" />
          ) : shown === null ? (
            <NotInGroup
              name={state.object}
              month={meta.month}
              group={{ name: meta.group.name, label: inLanguage(meta.group.label, language) }}
            />
          ) : (
            <Parts shown={shown} />
          )
        }
      </PanelBody>
    </div>
  );
}
