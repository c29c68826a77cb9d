import type { Objection } from '@hotline-atlas/model';
import { ownInstantLabel } from '@hotline-atlas/ui/format/dates.ts';
import { labelled } from '@hotline-atlas/ui/format/joined.ts';
import { WriteProblem } from '@hotline-atlas/ui/kit/WriteProblem.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useState } from 'react';
import { ObjectLink } from '../../panel/ObjectLink.tsx';
import { useWrite } from '../../questions/useWrite.ts';
import { useScreen } from '../../screen/screen.ts';
import { objectionWords } from '../objections/words.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { useShownMonth } from './MonthContext.ts';
import { objectionListWords } from './words-life.ts';

/** For whom an objection was made: by the group of the month, else by the code. */
function usePartyName({ group, unit }: Objection): string {
  const { label } = useScreen();
  const found = useShownMonth().answer.meta.groups.find(({ name }) => name === group);
  return found ? label(found.by, unit) : unit;
}

function Decision({ objection }: { objection: Objection }) {
  const { language } = useScreen();
  const words = useWords(objectionListWords);
  const { decision, result } = objection;
  if (!decision) return null;
  const corrected = [
    decision.resolved && labelled(words.resolved, words.answers[decision.resolved], language),
    decision.satisfied && labelled(words.satisfied, words.answers[decision.satisfied], language),
  ].filter(Boolean);
  const said = [
    decision.effect && words.effects[decision.effect],
    ...corrected,
    result && words.results[result],
  ];
  return (
    <div>
      <p className="objection-text">{decision.reason}</p>
      <p className="subtitle">
        {[...said.filter(Boolean), words.decided(decision.who, ownInstantLabel(decision.at, language))].join(
          ' · ',
        )}
      </p>
    </div>
  );
}

/** One objection, with what can be done about it. */
export function ObjectionItem({ objection }: { objection: Objection }) {
  const { language, person } = useScreen();
  const words = useWords(objectionListWords);
  const own = useWords(objectionWords);
  const party = usePartyName(objection);
  const [decides, setDecides] = useState(false);
  const { busy, error, run } = useWrite('evaluation');
  const { id, order, reason, text, who, at, state, mine, revision } = objection;
  const isOpen = state === 'open';
  const mayDecide = isOpen && person.may.has('evaluate') && (!mine || person.isOpen);
  const withdraw = () =>
    run(`evaluation/objections/${encodeURIComponent(id)}/withdrawal`, { method: 'POST', body: { revision } });
  return (
    <li className="objection" data-testid="objection" data-state={state}>
      <p className="objection-head">
        <span className={`objection-state is-${state}`}>{own.states[state]}</span>
        <ObjectLink to={{ page: 'appeal', object: order }}>{order}</ObjectLink>
        <span>{party}</span>
        <b>{own.reasons[reason]}</b>
      </p>
      <p className="objection-text">{text}</p>
      <p className="subtitle">{words.by(who, ownInstantLabel(at, language))}</p>
      <Decision objection={objection} />
      {decides && mayDecide ? (
        <DecisionForm objection={objection} onDone={() => setDecides(false)} />
      ) : (
        (mayDecide || (isOpen && mine)) && (
          <div className="form-buttons">
            {mayDecide && (
              <button type="button" className="button" onClick={() => setDecides(true)}>
                {words.decide}
              </button>
            )}
            {isOpen && mine && (
              <button type="button" className="button" disabled={busy} onClick={withdraw}>
                {words.withdraw}
              </button>
            )}
          </div>
        )
      )}
      <WriteProblem error={error} />
    </li>
  );
}
