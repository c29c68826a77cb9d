export { buildDashboard, dashboardFolder } from './build-dashboard.ts';
export { demonstrationAppeals } from './choose-history.ts';
export { type Running, type StartRequest, start } from './start.ts';
