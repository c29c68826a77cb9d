import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect, useMemo } from 'react';
import { clausesFor } from '../../address/object.ts';
import { useRecorded } from '../../questions/useRecorded.ts';
import { ScreenContext, useScreen } from '../../screen/screen.ts';
import { screenWithin } from '../../screen/within.ts';
import { AlertsOfArea } from './AlertsOfArea.tsx';
import { AreaBar } from './AreaBar.tsx';
import { AreaHead } from './AreaHead.tsx';
import { areaOf, isOpenTo, type ShownArea } from './area.ts';
import { knownDays, shownDays } from './asking.ts';
import { hasDaysAround } from './days.ts';
import { ExcludedPanel } from './ExcludedPanel.tsx';
import { GrowthPanel } from './GrowthPanel.tsx';
import { NeedsPanel } from './NeedsPanel.tsx';
import { NewsPanel } from './NewsPanel.tsx';
import { PlacesPanel } from './PlacesPanel.tsx';
import { PublishedArea } from './PublishedArea.tsx';
import { RepeatsPanel } from './RepeatsPanel.tsx';
import { UnitsPanel } from './UnitsPanel.tsx';
import { areaPageWords } from './words.ts';
import './area.css';
import './judged.css';
import './needs.css';

/** Keeps the address to days that are shown: others are left out, and the month of a city is taken. */
function useShownDay() {
  const { state, meta, change } = useScreen();
  const { on } = state.area;
  const { month } = state.city;
  const isKnown = hasDaysAround(on, knownDays({ meta }));
  useEffect(() => {
    if (month !== '')
      change({ city: { month: '' }, area: on === '' ? { pace: 'month', on: `${month}-01` } : {} }, 'replace');
    else if (!isKnown) change({ area: { on: '' } }, 'replace');
  }, [month, on, isKnown, change]);
}

function OpenArea({ area, name }: { area: ShownArea; name: string }) {
  const outer = useScreen();
  useShownDay();
  // The lists of the page set the state of orders themselves, and what is compared has none.
  const screen = useMemo(() => {
    const { state } = outer;
    return { ...outer, state: { ...state, where: clausesFor('area', state.where) } };
  }, [outer]);
  const recorded = useRecorded();
  const { where: filters } = screen.state;
  const { pace, on } = screen.state.area;
  const shown = useMemo(
    () => ({ area, name, where: [...area.where, ...filters], days: shownDays(screen) }),
    [area, name, filters, pace, on, screen.meta],
  );
  const own = useMemo(
    () => screenWithin(screen, { where: area.where, period: shown.days }),
    [screen, area, shown.days],
  );
  const records = {
    limits: recorded?.has('on_time_rate') ?? true,
    closing: recorded?.has('median_hours_to_close') ?? true,
    resolution: recorded?.has('resolution_rate') ?? true,
  };
  const hasUnits = Object.keys(screen.meta.labels.unit ?? {}).length > 0 || area.parts.length > 0;
  return (
    <div className="area-page">
      <ScreenContext value={screen}>
        <AreaBar shown={shown} />
      </ScreenContext>
      <ScreenContext value={own}>
        <AreaHead shown={shown} />
        <div className="area-zones">
          <div className="area-main">
            <NeedsPanel shown={shown} hasLimits={records.limits} hasClosing={records.closing} />
            {hasUnits && <UnitsPanel shown={shown} recorded={records} />}
          </div>
          <div className="area-side">
            <GrowthPanel shown={shown} />
            <RepeatsPanel shown={shown} />
          </div>
          <div className="area-three">
            <ExcludedPanel shown={shown} />
            <NewsPanel shown={shown} />
            <AlertsOfArea shown={shown} />
          </div>
          {area.code !== '' && <PlacesPanel shown={shown} />}
        </div>
      </ScreenContext>
    </div>
  );
}

/** The page of one area: what needs somebody first, then where it grows and who is slow. */
export function AreaPage() {
  const { state, meta, person, label } = useScreen();
  const words = useWords(areaPageWords);
  const area = useMemo(() => areaOf(state.object, meta), [state.object, meta]);
  if (!area) return null;
  const name = area.code === '' ? words.unknown : label(area.level, area.code);
  if (!isOpenTo(person, area)) return <PublishedArea area={area} name={name} />;
  return <OpenArea area={area} name={name} />;
}
