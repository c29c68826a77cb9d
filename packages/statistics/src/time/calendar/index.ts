export { type BridgedSeries, bridge } from './bridge.ts';
export {
  type ComparableDays,
  type ComparableDaysOptions,
  comparableDays,
  type Holiday,
} from './comparable-days.ts';
export { leaveOut, type Span } from './spans.ts';
