import { inLanguage, type UnitEvaluation } from '@hotline-atlas/model';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { stateOf } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { BesidePart } from './BesidePart.tsx';
import { CoursePart } from './CoursePart.tsx';
import { EvaluationLink } from './EvaluationLink.tsx';
import { ExclusionsPart } from './ExclusionsPart.tsx';
import { MissedPart } from './MissedPart.tsx';
import { MovedPart } from './MovedPart.tsx';
import { LikeUnitsPart, NeighboursPart } from './NeighboursPart.tsx';
import { ObjectionsPart } from './ObjectionsPart.tsx';
import { depthAddress } from './requests.ts';
import { TopicsPart } from './TopicsPart.tsx';
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

/** What made the month of the unit: topics, orders and exclusions where they are open, and its neighbours. */
function Depth({ shown }: { shown: UnitMonth }) {
  const { month, group, row } = shown;
  const view = useRequest<UnitEvaluation>(depthAddress(month, group, row.code));
  return (
    <PanelBody view={view}>
      {(depth) => (
        <>
          {depth.topics && <TopicsPart depth={depth} />}
          {depth.missed && <MissedPart depth={depth} />}
          <div className="unit-two">
            <NeighboursPart depth={depth} shown={shown} />
            <LikeUnitsPart depth={depth} shown={shown} />
          </div>
          {depth.reasons && <ExclusionsPart depth={depth} />}
        </>
      )}
    </PanelBody>
  );
}

function Parts({ shown }: { shown: UnitMonth }) {
  const words = useWords(unitEvaluationWords);
  const { isOpen } = shown.row;
  return (
    <>
      <UnitEvaluationBar shown={shown} />
      <UnitHead shown={shown} />
      {isOpen ? <MovedPart shown={shown} /> : <p className="unit-note">{words.closed}</p>}
      <Depth shown={shown} />
      <CoursePart shown={shown} />
      <BesidePart shown={shown} />
      {isOpen && <ObjectionsPart shown={shown} />}
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
