import type { ComponentType } from 'react';
import { useScreen } from '../../screen/screen.ts';
import { AlertList } from '../city/AlertList.tsx';
import { AskToday } from '../city/AskToday.tsx';
import { DistrictKey } from '../city/DistrictKey.tsx';
import { DistrictStrip } from '../city/DistrictStrip.tsx';
import { FigureTiles } from '../city/FigureTiles.tsx';
import { Sentences } from '../city/Sentences.tsx';
import { WhatChanged } from '../city/WhatChanged.tsx';
import type { WallScreen } from './address.ts';
import { OpenOrders } from './OpenOrders.tsx';
import { OverdueCourse } from './OverdueCourse.tsx';
import { WallMessage } from './WallMessage.tsx';

function Now() {
  return (
    <>
      <Sentences plain />
      <FigureTiles />
    </>
  );
}

function Changed() {
  return (
    <>
      <WallMessage kinds={['mover']} />
      <WhatChanged rows={8} />
    </>
  );
}

function Districts() {
  return (
    <div className="wall-columns">
      <DistrictStrip rows={16} />
      <DistrictKey height={360} />
    </div>
  );
}

function Orders() {
  return (
    <>
      <WallMessage kinds={['backlog']} />
      <OpenOrders />
      <div className="wall-columns">
        <AskToday plain />
        <div className="wall-rail">
          <OverdueCourse />
          <AlertList most={2} />
        </div>
      </div>
    </>
  );
}

const contents: Record<WallScreen, ComponentType> = {
  now: Now,
  changed: Changed,
  districts: Districts,
  orders: Orders,
};

/** What the wall shows; cities without districts have nothing to rank. */
export function WallContent({ shown }: { shown: WallScreen }) {
  const { meta } = useScreen();
  const hasDistricts = Object.keys(meta.labels.district ?? {}).length > 0;
  const Content = shown === 'districts' && !hasDistricts ? Now : contents[shown];
  return <Content />;
}
