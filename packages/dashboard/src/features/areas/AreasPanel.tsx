import { type Clause, dimensionOf, inLanguage, metricOf } from '@hotline-atlas/model';
import { metricIn } from '@hotline-atlas/ui/answer/columns.ts';
import { rank } from '@hotline-atlas/ui/answer/ranking.ts';
import { formatValue } from '@hotline-atlas/ui/format/numbers.ts';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { onlyValue, type Path } from '../../address/path.ts';
import { ComparatorKey } from '../../panel/ComparatorKey.tsx';
import { belowOf } from '../../panel/completeTable.ts';
import { PanelFrame } from '../../panel/PanelFrame.tsx';
import { rankingTitle, subtitle } from '../../panel/titles.ts';
import type { Question } from '../../questions/question.ts';
import { useSelectedMetric } from '../../questions/selectMetric.ts';
import { useOverallShare } from '../../questions/useOverallShare.ts';
import { useAnswer } from '../../questions/useRequest.ts';
import { type Screen, useScreen } from '../../screen/screen.ts';
import { MarkKey } from '../change/MarkKey.tsx';
import { useMarks } from '../change/useChange.ts';
import { rowsBelow, useBelow, withChildren } from '../ranking/below.ts';
import { RankedList, rowsUnder } from '../ranking/RankedList.tsx';
import { useLevels } from '../rates/useLevels.ts';
import { mapMetric } from './mapMetric.ts';
import { areaWords } from './words.ts';

/** The districts, asked once for their ranking and their map, which may show a rate instead of the count. */
export const districtsQuestion = (screen: Screen): Question => ({
  metrics: [...new Set([screen.state.metric, mapMetric('district', screen)])],
  by: ['district'],
});

/** Districts ranked, with intervals for rates; choosing one opens its subdistricts. */
export function AreasPanel() {
  const words = useWords(areaWords);
  const screen = useScreen();
  const { state, language, meta } = screen;
  const hasBelow = meta.areas.some(({ level }) => level === 'subdistrict');
  const pathIn = (where: readonly Clause[]): Path => {
    const value = hasBelow ? onlyValue(where, 'district') : null;
    return value ? [{ dimension: 'district', value }] : [];
  };
  const path = pathIn(state.where);
  const view = useSelectedMetric(useAnswer(districtsQuestion(screen), 'areas'), state.metric);
  const below = useBelow('subdistrict', pathIn, 'areas');
  const whole = useOverallShare(view.answer, 'areas');
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
      fallback={words.panel}
      heading={(answer) => ({
        title: rankingTitle(answer, 'district', { whole, lower }, screen),
        subtitle: subtitle(answer, city, screen),
      })}
      controls={
        <span className="hint">
          {unit === 'share' && whole !== null && (
            <>
              <i className="key-whole" aria-hidden="true" />{' '}
              {words.average(formatValue(whole, unit, language))} ·{' '}
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
