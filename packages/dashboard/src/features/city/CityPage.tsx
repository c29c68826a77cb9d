import { MayDrawContext, useFirstPaint } from '@hotline-atlas/ui/kit/firstPaint.ts';
import { PartBoundary } from '@hotline-atlas/ui/kit/PartBoundary.tsx';
import { useWords } from '@hotline-atlas/ui/words/dictionary.ts';
import { useEffect, useMemo } from 'react';
import { ScreenContext, useScreen } from '../../screen/screen.ts';
import { AlertList } from './AlertList.tsx';
import { AskToday } from './AskToday.tsx';
import { Brief } from './Brief.tsx';
import { ChangeStory } from './ChangeStory.tsx';
import { CityBar } from './CityBar.tsx';
import { CityContext } from './CityContext.ts';
import { Keys } from './ContributionTable.tsx';
import { cityScreenOf } from './cityScreen.ts';
import { DistrictKey } from './DistrictKey.tsx';
import { DistrictStrip } from './DistrictStrip.tsx';
import { FigureTiles } from './FigureTiles.tsx';
import { Sentences } from './Sentences.tsx';
import { WhatChanged } from './WhatChanged.tsx';
import { cityWords } from './words.ts';
import './city.css';
import './city-figures.css';
import './city-tables.css';
import './city-rail.css';
import './city-widths.css';

/**
 * The page of the city: what a leader reads in the morning. Sentences and figures first, then what changed,
 * whom to ask, the districts and the alerts.
 */
export function CityPage() {
  const screen = useScreen();
  const city = useMemo(() => cityScreenOf(screen), [screen]);
  const { done, drawn } = useFirstPaint();
  const words = useWords(cityWords);
  const { story, ask, month } = screen.state.city;
  const { change } = screen;
  const isOtherMonth = month !== '' && month !== city.month.name;
  // The address names the month that is shown, not one without data.
  useEffect(() => {
    if (isOtherMonth) change({ city: { month: '' } }, 'replace');
  }, [isOtherMonth, change]);
  const hasDistricts = Object.keys(screen.meta.labels.district ?? {}).length > 0;
  return (
    <CityContext value={city}>
      <ScreenContext value={city.screen}>
        <div className={`city ${hasDistricts ? '' : 'without-districts'}`}>
          <CityBar />
          <div className="city-head">
            <PartBoundary>
              <Sentences />
            </PartBoundary>
            <PartBoundary>
              <FigureTiles onDrawn={drawn} />
            </PartBoundary>
          </div>
          <MayDrawContext value={done}>
            <aside className="city-rail" aria-label={words.rail}>
              <AskToday />
              <AlertList />
            </aside>
            <div className="city-below">
              <div className="city-left">
                <WhatChanged />
                {hasDistricts ? (
                  <DistrictKey>
                    <Keys />
                  </DistrictKey>
                ) : (
                  <Keys />
                )}
              </div>
              {hasDistricts && <DistrictStrip />}
            </div>
          </MayDrawContext>
        </div>
        {story && <ChangeStory key={story} />}
        {ask && <Brief key={ask} />}
      </ScreenContext>
    </CityContext>
  );
}
