import { dimensionOf, inLanguage, metricOf } from '@hotline-atlas/model';
import { metricIn } from '../api/table.ts';
import { numberIn, useAnswer } from '../api/useAnswer.ts';
import { rank } from '../charts/ranking.ts';
import { exact, formatValue } from '../format/numbers.ts';
import { onlyValue, type Path } from '../state/path.ts';
import { useScreen } from '../state/screen.ts';
import { rankingTitle, subtitle } from '../titles/titles.ts';
import { ComparatorKey } from './ComparatorKey.tsx';
import { PanelFrame } from './PanelFrame.tsx';
import { RankedList, rowsUnder } from './RankedList.tsx';
import { rowsBelow, useBelow, withChildren } from './TopicsPanel.tsx';
import { useFigure } from './useFigure.ts';

/** How many appeals of the choice have no place on any map. */
export function NotLocated() {
  const { messages, language } = useScreen();
  const view = useAnswer({ metrics: ['not_located'], comparison: 'none' }, null);
  const count = numberIn(view.answer?.rows[0], 'not_located');
  return (
    <span className="not-located">
      {count === null ? '' : messages.areas.unlocated(exact(count, language))}
    </span>
  );
}

/** Districts ranked, with intervals for rates; choosing one opens its subdistricts. */
export function AreasPanel() {
  const screen = useScreen();
  const { state, messages, language, meta } = screen;
  const district = onlyValue(state.where, 'district');
  const hasBelow = meta.areas.some(({ level }) => level === 'subdistrict');
  const path: Path = district && hasBelow ? [{ dimension: 'district', value: district }] : [];
  const view = useAnswer({ metrics: [state.metric], by: ['district'] }, 'areas');
  const below = useBelow('subdistrict', path, 'areas');
  const whole = useFigure(state.metric, 'areas');
  const city = inLanguage(meta.name, language);
  const { unit } = metricOf(state.metric);
  return (
    <PanelFrame
      name="areas"
      view={view}
      fallback={messages.areas.panel}
      heading={(answer) => ({
        title: rankingTitle(answer, 'district', whole.value, screen),
        subtitle: subtitle(answer, city, screen),
      })}
      controls={
        <span className="hint">
          {unit === 'share' && whole.value !== null && (
            <>
              <i className="key-whole" aria-hidden="true" />{' '}
              {messages.areas.average(formatValue(whole.value, unit, language))} ·{' '}
            </>
          )}
          <ComparatorKey />
        </span>
      }
    >
      {(answer) => (
        <RankedList
          rows={withChildren(
            rowsUnder(rank(answer, 'district'), 'district', []),
            district,
            rowsBelow(below, 'subdistrict', path),
          )}
          metric={metricIn(answer)}
          source="areas"
          label={inLanguage(dimensionOf('district').label, language)}
          whole={whole.value}
          most={18}
        />
      )}
    </PanelFrame>
  );
}
