import { type Clause, dimensionOf, inLanguage, metricOf } from '@hotline-atlas/model';
import { metricIn } from '../api/columns.ts';
import { belowOf } from '../api/completeTable.ts';
import { useOnly } from '../api/narrow.ts';
import type { Question } from '../api/question.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { MarkKey } from '../change/MarkKey.tsx';
import { useMarks } from '../change/useChange.ts';
import { rank } from '../charts/ranking.ts';
import { formatValue } from '../format/numbers.ts';
import { mapMetric } from '../map/mapMetric.ts';
import { useLevels } from '../rates/useLevels.ts';
import { onlyValue, type Path } from '../state/path.ts';
import { type Screen, useScreen } from '../state/screen.ts';
import { rankingTitle, subtitle } from '../titles/titles.ts';
import { ComparatorKey } from './ComparatorKey.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { RankedList, rowsUnder } from './RankedList.tsx';
import { rowsBelow, useBelow, withChildren } from './TopicsPanel.tsx';
import { useWhole } from './useWhole.ts';

/** The districts, asked once for their ranking and their map, which may show a rate instead of the count. */
export const districtsQuestion = (screen: Screen): Question => ({
  metrics: [...new Set([screen.state.metric, mapMetric('district', screen)])],
  by: ['district'],
});

/** Districts ranked, with intervals for rates; choosing one opens its subdistricts. */
export function AreasPanel() {
  const screen = useScreen();
  const { state, messages, language, meta } = screen;
  const hasBelow = meta.areas.some(({ level }) => level === 'subdistrict');
  const pathIn = (where: readonly Clause[]): Path => {
    const value = hasBelow ? onlyValue(where, 'district') : null;
    return value ? [{ dimension: 'district', value }] : [];
  };
  const path = pathIn(state.where);
  const view = useOnly(useAnswer(districtsQuestion(screen), 'areas'), state.metric);
  const below = useBelow('subdistrict', pathIn, 'areas');
  const whole = useWhole(view.answer, 'areas');
  const ready = view.answer !== undefined && !view.stale;
  const marks = useMarks({
    metric: state.metric,
    by: 'district',
    comparison: state.comparison,
    source: 'areas',
    ready,
  });
  const lower = useLevels(state.metric, 'district', 'areas', ready);
  const city = inLanguage(meta.name, language);
  const { unit } = metricOf(state.metric);
  return (
    <PanelFrame
      name="areas"
      view={view}
      besides={[below]}
      belows={belowOf(below, 'subdistrict', path.at(0)?.value)}
      fallback={messages.areas.panel}
      heading={(answer) => ({
        title: rankingTitle(answer, 'district', { whole, lower }, screen),
        subtitle: subtitle(answer, city, screen),
      })}
      controls={
        <span className="hint">
          {unit === 'share' && whole !== null && (
            <>
              <i className="key-whole" aria-hidden="true" />{' '}
              {messages.areas.average(formatValue(whole, unit, language))} ·{' '}
            </>
          )}
          <ComparatorKey answer={view.answer} /> <MarkKey marks={marks} />
        </span>
      }
    >
      {(answer) => (
        <RankedList
          rows={withChildren(
            rowsUnder(rank(answer, 'district'), 'district', [], marks),
            path.at(0)?.value ?? null,
            rowsBelow(below, 'subdistrict', path),
          )}
          metric={metricIn(answer)}
          source="areas"
          label={inLanguage(dimensionOf('district').label, language)}
          whole={whole}
          most={18}
        />
      )}
    </PanelFrame>
  );
}
