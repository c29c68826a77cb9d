import { FailedNote } from '@hotline-atlas/ui/kit/Failure.tsx';
import { Skeleton } from '@hotline-atlas/ui/kit/PanelBody.tsx';
import { isOld, stateOf, Waiting } from '@hotline-atlas/ui/kit/Waiting.tsx';
import { MonthBar } from './MonthBar.tsx';
import { MonthPanels } from './MonthPanels.tsx';
import { NoMonth } from './NoMonth.tsx';
import { useMonth } from './useMonth.ts';
import './evaluation.css';
import './evaluation-side.css';
import './life.css';
import './ranking.css';
import './ranking-widths.css';

/**
 * The evaluation of a month: who ranks where, and how much of that is chance. Everything is drawn from one
 * answer; what is asked besides comes later.
 */
export function EvaluationPage() {
  const view = useMonth();
  const { answer, error } = view;
  const isStale = isOld(view) && view.address !== '';
  return (
    <div
      className={`evaluation ${isStale ? 'is-stale' : ''}`}
      data-testid="evaluation-page"
      data-state={stateOf(view)}
      aria-busy={view.loading || view.stale}
    >
      <MonthBar view={view} />
      {error && !view.stale ? (
        <NoMonth view={view} />
      ) : answer ? (
        <MonthPanels answer={answer} />
      ) : (
        <Skeleton />
      )}
      {answer && error && view.stale ? (
        <FailedNote view={view} />
      ) : (
        <Waiting view={view} shown={answer !== undefined} />
      )}
    </div>
  );
}
