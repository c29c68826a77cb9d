import { lazy } from 'react';
import { whenIdle } from '../kit/whenIdle.ts';

/** {@link EChart}, fetched when it is first drawn and what can be drawn without it has been. */
export const LazyChart = lazy(() =>
  whenIdle()
    .then(() => import('./EChart.tsx'))
    .then((module) => ({ default: module.EChart })),
);
