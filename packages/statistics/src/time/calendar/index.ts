export { type BridgedSeries, bridge } from './bridge.ts';
export { leaveOut, type Span } from './spans.ts';
