export { buildDashboard, dashboardFolder } from './build-dashboard.ts';

export { type Running, start } from './start.ts';
