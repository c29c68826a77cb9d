import type { Result } from '../result.ts';
import { markdownGrid } from './grid.ts';
import { growthOf } from './growth.ts';
import { isMeanwhile } from './meanwhile.ts';
import { type PageName, pageNames, pageTitles } from './page-names.ts';
import type { PublishedRun, Runs } from './published-run.ts';
import { type Remark, remarks } from './remarks.ts';
import type { ReportTable } from './tables.ts';
import type { Target } from './targets.ts';

const written = '<!-- Written by `pnpm bench --report` from runs/; do not edit. -->';
const mostRuns = 5;

const sign = (holds: boolean | null): string => (holds === null ? '–' : holds ? 'yes' : '**no**');
const dayOf = ({ made }: PublishedRun): string => made.slice(0, 10);
const count = (appeals: number): string => appeals.toLocaleString('en');
const number = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toLocaleString('en');

const valueIn = ({ targets }: PublishedRun, id: string): number | null | undefined =>
  targets.find((target) => target.id === id)?.value;

/** The last runs of about the size of one, itself among them, the oldest first. */
const runsLike = ({ appeals }: PublishedRun, runs: readonly PublishedRun[]): PublishedRun[] =>
  runs.filter((run) => run.appeals > 0.8 * appeals && run.appeals < 1.25 * appeals);

/** The figures of the last runs that measured an aim, the oldest first. */
const trendOf = ({ id }: Target, runs: readonly PublishedRun[]): string =>
  runs
    .map((run) => valueIn(run, id))
    .filter((value) => value !== null && value !== undefined)
    .slice(-mostRuns)
    .map(number)
    .join(' · ') || '–';

function provenance(run: PublishedRun): string {
  const left = run.left_out.length > 0 ? `; left out: ${run.left_out.join(', ')}` : '';
  const carried = run.carried_over ? `\n\n${run.carried_over}` : '';
  const state = run.state ? `\n\n${run.state}` : '';
  return `**${count(run.appeals)} appeals** of ${run.city}${run.synthetic ? ' (synthetic)' : ''}, ${run.first_day} to ${run.last_day}. Measured on ${dayOf(run)}, commit ${run.commit}, in ${run.minutes} minutes${left}.\n\nMachine: ${run.machine}.${state}${carried}`;
}

/** The newest run that was measured right after a large load, and those of its size. */
interface AfterLoad {
  newest: PublishedRun;
  like: readonly PublishedRun[];
}

function afterLoadOf(runs: readonly PublishedRun[]): AfterLoad | null {
  const meanwhile = runs.filter((run) => run.meanwhile);
  const newest = meanwhile.at(-1);
  return newest ? { newest, like: runsLike(newest, meanwhile) } : null;
}

function readme(newest: PublishedRun, like: readonly PublishedRun[], afterLoad: AfterLoad | null): string {
  const all = [...like, ...(afterLoad?.like ?? [])];
  const rows = [...newest.targets, ...(afterLoad?.newest.targets ?? [])].map((target) => [
    `[${target.aim}](${target.page}.md#${target.id})`,
    target.measured,
    sign(target.holds),
    trendOf(target, all),
  ]);
  return `${written}
# Performance

${provenance(newest)}

${markdownGrid(['aim', 'measured', 'holds', 'last runs, oldest first'], rows)}

[How to read it](how-to-read.md)
`;
}

const decisionLinks = ({ decisions = [] }: Remark, names: ReadonlyMap<number, string>): string =>
  decisions
    .map((decision) => {
      const shown = String(decision).padStart(4, '0');
      return `[${shown}](../decisions/${names.get(decision) ?? `${shown}.md`})`;
    })
    .join(', ');

function aimSection(target: Target, names: ReadonlyMap<number, string>): string {
  const remark = remarks[target.id];
  const lines = [
    `<a id="${target.id}"></a>`,
    `## ${target.aim}`,
    `${target.measured} · holds: ${sign(target.holds)}`,
    ...(remark ? [remark.why] : []),
    ...(remark?.mend ? [`*What would help*: ${remark.mend}`] : []),
    ...(remark?.decisions ? [`*Decisions*: ${decisionLinks(remark, names)}`] : []),
  ];
  return lines.join('\n\n');
}

/** The figures of a page's aims in the last runs, whatever their machine. */
function history(targets: readonly Target[], like: readonly PublishedRun[]): string {
  const rows = like.map((run) => [
    `${dayOf(run)}, ${run.commit}`,
    run.machine.match(/\((.*)\), [\d.]+ GB/)?.[1] ?? run.machine,
    ...targets.map(({ id }) => number(valueIn(run, id))),
  ]);
  return `## The last runs\n\n${markdownGrid(['run', 'processor', ...targets.map(({ aim }) => aim)], rows)}`;
}

const tableSection = ({ title, header, rows }: ReportTable): string =>
  `## ${title}\n\n${markdownGrid(header, rows)}`;

/** The newest result of each size, for how cost grows. */
const onePerSize = (results: readonly Result[]): Result[] => [
  ...new Map(
    [...results].sort((a, b) => (a.made < b.made ? -1 : 1)).map((result) => [result.appeals, result]),
  ).values(),
];

function growthTables(results: readonly Result[]): ReportTable[] {
  const sizes = onePerSize(results);
  return sizes.length > 1 ? [growthOf(sizes)] : [];
}

function aimPage(
  name: PageName,
  newest: PublishedRun,
  like: readonly PublishedRun[],
  tables: readonly ReportTable[],
  names: ReadonlyMap<number, string>,
): string {
  const targets = newest.targets.filter(({ page }) => page === name);
  const sections = [
    ...targets.map((target) => aimSection(target, names)),
    history(targets, like),
    ...tables.filter(({ page }) => page === name).map(tableSection),
  ];
  return `${written}\n# ${pageTitles[name]}\n\n[All aims](README.md) · measured on ${dayOf(newest)}, commit ${newest.commit}${newest.state ? ` · ${newest.state}` : ''}\n\n${sections.join('\n\n')}\n`;
}

/**
 * The pages of the newest run of the largest size, by file name.
 * @param names files of the decisions by their number
 */
export function pagesOf(
  { runs, results }: Runs,
  names: ReadonlyMap<number, string>,
): ReadonlyMap<string, string> {
  const whole = runs.filter((run) => !run.meanwhile);
  const largest = Math.max(0, ...whole.map(({ appeals }) => appeals));
  const newest = whole.findLast(({ appeals }) => appeals > 0.8 * largest);
  if (!newest) return new Map();
  const like = runsLike(newest, whole);
  const afterLoad = afterLoadOf(runs);
  const complete = results.filter((result) => !isMeanwhile(result));
  const tables = [...(newest.carried_over ? [] : growthTables(complete)), ...newest.tables];
  const page = (name: PageName, of: AfterLoad, shown: readonly ReportTable[]) =>
    [`${name}.md`, aimPage(name, of.newest, of.like.slice(-mostRuns), shown, names)] as const;
  return new Map([
    ['README.md', readme(newest, like, afterLoad)],
    ...pageNames.filter((name) => name !== 'meanwhile').map((name) => page(name, { newest, like }, tables)),
    ...(afterLoad ? [page('meanwhile', afterLoad, afterLoad.newest.tables)] : []),
  ]);
}
