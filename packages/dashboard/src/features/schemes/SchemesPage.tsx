import type { EvaluationSchemes, SchemeRules } from '@hotline-atlas/model';
import { PanelBody } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { stateOf } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useRequest } from '../../questions/useRequest.ts';
import { SchemeChangePart } from './SchemeChangePart.tsx';
import { SchemeRulesPart } from './SchemeRulesPart.tsx';
import { SchemeTimeline } from './SchemeTimeline.tsx';
import { schemeWords } from './words.ts';
import './schemes.css';

/** The change that led to a scheme, where there was one before. */
function ChangeTo({ told, scheme }: { told: EvaluationSchemes; scheme: SchemeRules }) {
  const change = told.changes.find(({ to_scheme }) => to_scheme === scheme.name);
  const before = told.schemes.find(({ name }) => name === change?.from_scheme);
  if (!change || !before) return null;
  return <SchemeChangePart change={change} before={before} after={scheme} />;
}

function History({ told }: { told: EvaluationSchemes }) {
  const words = useWords(schemeWords);
  if (told.schemes.length === 0)
    return (
      <div className="page-message">
        <h2>{words.none.title}</h2>
        <p>{words.none.why}</p>
      </div>
    );
  return (
    <>
      <header className="schemes-head">
        <p className="schemes-title">{words.title(told.schemes.length)}</p>
        <p className="subtitle">{words.subtitle}</p>
      </header>
      <SchemeTimeline told={told} />
      {told.schemes.toReversed().map((scheme) => (
        <div key={scheme.name}>
          <SchemeRulesPart scheme={scheme} />
          <ChangeTo told={told} scheme={scheme} />
        </div>
      ))}
    </>
  );
}

/** The rules of all months: when each scheme is valid, what it says, and what changed to the next. */
export function SchemesPage() {
  const view = useRequest<EvaluationSchemes>('evaluation/schemes');
  return (
    <div className="schemes-page" data-testid="schemes-page" data-state={stateOf(view)}>
      <PanelBody view={view}>{(told) => <History told={told} />}</PanelBody>
    </div>
  );
}
