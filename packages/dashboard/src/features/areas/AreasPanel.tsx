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
import { asksPublished, useAnswer } from '../../questions/useRequest.ts';
import { wholePlace } from '../../screen/chosen-place.ts';
import { isOwnDistrict, ownValues } from '../../screen/person.ts';
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
  published: true,
});

/** What the panels of districts show, and which of them may be opened, for who sees only some. */
export function useDistricts() {
  const screen = useScreen();
  const words = useWords(areaWords);
  const { person, meta, language } = screen;
  const isPublished = asksPublished(districtsQuestion(screen), screen, 'areas');
  const isLimited = ownValues(person, 'district') !== null;
  return {
    isPublished,
    /** Where the figures are of. */
    place: isPublished ? inLanguage(meta.name, language) : wholePlace(screen),
    isOpen: isLimited ? (code: string) => isOwnDistrict(person, code) : undefined,
    hint: !person.scope?.published.includes('district')
      ? null
      : isPublished
        ? words.published
        : isLimited
          ? words.notPublished
          : null,
  };
}

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
  const { isPublished, place, isOpen, hint } = useDistricts();
  // Published figures are not judged: there are no appeals behind them for who sees only their own.
  const ready = view.answer !== undefined && !view.stale && !isPublished;
  const marks = useMarks({
    metric: state.metric,
    by: 'district',
    comparison: state.comparison,
    source: 'areas',
    ready,
  });
  const lower = useLevels(state.metric, 'district', 'areas', ready);
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
        subtitle: subtitle(answer, place, screen),
      })}
      controls={
        <span className="hint">
          {unit !== 'count' && whole !== null && (
            <>
              <i className="key-whole" aria-hidden="true" />{' '}
              {isPublished || !isOpen
                ? words.average(formatValue(whole, unit, language))
                : `${place} ${formatValue(whole, unit, language)}`}{' '}
              ·{' '}
            </>
          )}
          <ComparatorKey answer={view.answer} /> <MarkKey marks={marks} />
          {hint}
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
          isOpen={isOpen}
        />
      )}
    </PanelFrame>
  );
}
