export { buildDashboard, dashboardFolder } from './build-dashboard.ts';
export { createErasing } from './erasures.ts';
export { plantEvaluation } from './plant-evaluation.ts';
export { type Running, start } from './start.ts';
