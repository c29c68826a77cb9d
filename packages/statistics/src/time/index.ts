export * from './calendar/index.ts';
export * from './ets/index.ts';
export * from './farrington/index.ts';
export * from './forecast/index.ts';
export * from './stl/index.ts';
export * from './trend/index.ts';
export { type UnusableReason, UnusableSeries } from './unusable-series.ts';
