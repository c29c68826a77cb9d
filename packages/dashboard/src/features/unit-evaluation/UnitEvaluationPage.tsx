import { type Evaluation, inLanguage, type UnitEvaluation } from '@hotline-atlas/model';
import { PanelBody, Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { isOld, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import type { Requested } from '@hotline-atlas/ui/request/asking.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import type { ReactNode } from 'react';
import { useRequest } from '../../questions/useRequest.ts';
import { useScreen } from '../../screen/screen.ts';
import { NoMonth } from '../evaluation/NoMonth.tsx';
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

interface DepthProps {
  view: Requested<UnitEvaluation>;
  children: (depth: UnitEvaluation) => ReactNode;
}

/** A part that is made of the month in depth. */
const OfDepth = ({ view, children }: DepthProps) => <PanelBody view={view}>{children}</PanelBody>;

/** What made the month: the move and the orders first, then topics. */
function Why({ shown, view }: { shown: UnitMonth; view: Requested<UnitEvaluation> }) {
  return (
    <>
      <div className="unit-two">
        <MovedPart shown={shown} />
        <div>
          <OfDepth view={view}>
            {(depth) => (
              <>
                <MissedPart depth={depth} />
                <ExclusionsPart depth={depth} />
              </>
            )}
          </OfDepth>
          <ObjectionsPart shown={shown} />
        </div>
      </div>
      <OfDepth view={view}>{(depth) => <TopicsPart depth={depth} />}</OfDepth>
    </>
  );
}

/** Who stands near, and who is like the unit. */
function Others({ shown, view }: { shown: UnitMonth; view: Requested<UnitEvaluation> }) {
  return (
    <OfDepth view={view}>
      {(depth) => (
        <div className="unit-two">
          <NeighboursPart depth={depth} shown={shown} />
          <LikeUnitsPart depth={depth} shown={shown} />
        </div>
      )}
    </OfDepth>
  );
}

function Parts({ shown }: { shown: UnitMonth }) {
  const words = useWords(unitEvaluationWords);
  const { month, group, row } = shown;
  const view = useRequest<UnitEvaluation>(depthAddress(month, group, row.code));
  return (
    <>
      <UnitEvaluationBar shown={shown} />
      <UnitHead shown={shown} />
      {row.isOpen ? <Why shown={shown} view={view} /> : <p className="unit-note">{words.closed}</p>}
      <CoursePart shown={shown} />
      <Others shown={shown} view={view} />
      <BesidePart shown={shown} />
    </>
  );
}

/** The unit, or why it is not there. */
function Shown({ answer, shown }: { answer: Evaluation; shown: UnitMonth | null | undefined }) {
  const { state, language } = useScreen();
  const { month, group } = answer.meta;
  if (shown === undefined) return <Skeleton />;
  if (shown) return <Parts shown={shown} />;
  const told = { name: group.name, label: inLanguage(group.label, language) };
  return <NotInGroup name={state.object} month={month} group={told} />;
}

/** One unit in the evaluation of a month: where it stands, how sure that is, and what made it so. */
export function UnitEvaluationPage() {
  const { view, shown } = useUnitMonth();
  const { answer, error } = view;
  const failed = error !== null && !view.stale;
  return (
    <div
      className={`unit-evaluation ${isOld(view) && !failed ? 'stale' : ''}`}
      data-testid="unit-evaluation-page"
      data-state={stateOf(view)}
    >
      {failed && <NoMonth view={view} />}
      {!failed && answer && <Shown answer={answer} shown={shown} />}
      {!failed && !answer && <Skeleton />}
      {!failed && <Waiting view={view} shown={answer !== undefined} />}
    </div>
  );
}
