import { MayDrawContext, useFirstPaint } from '@hotline-atlas/ui/kit/firstPaint.ts';
import { useMemo } from 'react';
import { ScreenContext, useScreen } from '../../screen/screen.ts';
import { CityBar } from './CityBar.tsx';
import { CityContext } from './CityContext.ts';
import { cityScreenOf } from './cityScreen.ts';
import { FigureTiles } from './FigureTiles.tsx';
import { Sentences } from './Sentences.tsx';
import './city.css';

/** The page of the city: what a leader reads in the morning. */
export function CityPage() {
  const screen = useScreen();
  const city = useMemo(() => cityScreenOf(screen), [screen]);
  const { done, drawn } = useFirstPaint();
  return (
    <CityContext value={city}>
      <ScreenContext value={city.screen}>
        <div className="city">
          <CityBar />
          <div className="city-main">
            <Sentences />
            <FigureTiles onDrawn={drawn} />
            <MayDrawContext value={done}>
              <div className="city-below" />
            </MayDrawContext>
          </div>
        </div>
      </ScreenContext>
    </CityContext>
  );
}
