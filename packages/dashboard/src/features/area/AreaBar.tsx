import { periodLabel } from '@hotline-atlas/ui/format/dates.ts';
import { IconButton } from '@hotline-atlas/ui/kit/IconButton.tsx';
import { Segmented } from '@hotline-atlas/ui/kit/Segmented.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { EvaluationWay } from '../../panel/EvaluationWay.tsx';
import { ValueLink } from '../../panel/ObjectLink.tsx';
import { PageRow } from '../../panel/PageRow.tsx';
import { describeFilters } from '../../screen/describe.ts';
import { useScreen } from '../../screen/screen.ts';
import { Star } from '../favourites/Star.tsx';
import { paces } from './address.ts';
import { knownDays, type Shown } from './asking.ts';
import { isRunning, stepped } from './days.ts';
import { areaPageWords } from './words.ts';

/** Which area, and of which days the page speaks. */
export function AreaBar({ shown }: { shown: Shown }) {
  const screen = useScreen();
  const { state, language, change } = screen;
  const words = useWords(areaPageWords);
  const { area, name, days } = shown;
  const { pace } = state.area;
  const known = knownDays(screen);
  const filters = describeFilters(state.where, screen);
  const step = (by: -1 | 1) => {
    const on = stepped(pace, days, by, known);
    return on === null ? undefined : () => change({ area: { on } });
  };
  const [earlier, later] = [step(-1), step(1)];
  return (
    <PageRow>
      <h2 className="area-name">
        {name}
        {area.code !== '' && <Star kind={area.level} code={area.code} name={name} />}
      </h2>
      {area.level === 'subdistrict' && (
        <span className="area-of">
          <ValueLink dimension="district" code={area.district} />
        </span>
      )}
      {area.code !== '' && (
        <span className="area-of">
          <EvaluationWay dimension={area.level} code={area.code} />
        </span>
      )}
      {area.code === '' && <span className="area-of">{words.unknownWhy}</span>}
      {filters.length > 0 && (
        <span className="area-of">
          {words.only(filters.join(' · '))}{' '}
          <button type="button" className="link" onClick={() => change({ where: [] })}>
            {words.clear}
          </button>
        </span>
      )}
      <Segmented
        label={words.pace}
        options={paces.map((each) => ({ name: each, label: words.paces[each] }))}
        chosen={pace}
        onChoose={(chosen) => change({ area: { pace: chosen, on: '' } })}
      />
      <span className="area-days">
        <IconButton icon="left" label={words.earlier} disabled={!earlier} onClick={() => earlier?.()} />
        <b>{periodLabel(days, language)}</b>
        {isRunning(pace, days) && <small>{words.running}</small>}
        <IconButton icon="right" label={words.later} disabled={!later} onClick={() => later?.()} />
      </span>
    </PageRow>
  );
}
