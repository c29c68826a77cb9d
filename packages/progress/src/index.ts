export { leftOf, type Progress, type Step } from './step.ts';
export { terminalProgress } from './terminal-progress.ts';
