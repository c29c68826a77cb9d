import type {
  Answer,
  FindingAsk,
  FindingSentence,
  Findings,
  RateMetric,
  Rates,
  Trend,
} from '@hotline-atlas/model';
import { expect } from 'vitest';
import {
  type Asked,
  addressOf,
  type Checked,
  changeOf,
  type FindingsState,
  type Group,
  named,
  toldRates,
} from './findings-asked.ts';
import { type Claim, claimOf, says } from './findings-claims.ts';

/** Both languages say the same. */
function claimsOf(kind: string, { en, zh }: { en: string; zh: string }): Claim[] {
  const [one, other] = [claimOf(kind, en), claimOf(kind, zh)];
  const told = ({ form, direction, mark, numbers }: Claim) => ({ form, direction, mark, numbers });
  expect(told(other), `${en} ${zh}`).toEqual(told(one));
  return [one];
}

/** A relative change as it is written: percent, multiples, or nothing. */
function saysShare(form: string, text: string | undefined, share: number | null): boolean {
  if (form.endsWith('level')) return share !== null && Math.abs(share) < 0.0005;
  if (share === null) return false;
  if (form.endsWith('times')) return says(text, share + 1);
  if (form.endsWith('doubled')) return Math.abs(share - 1) < 0.05;
  if (form.endsWith('tripled')) return Math.abs(share - 2) < 0.05;
  return says(text, Math.abs(100 * share));
}

const signOf = (value: number | null | undefined): number => Math.sign(value ?? 0);

async function checkVolume(sentence: FindingSentence, checked: Checked): Promise<void> {
  const { state, ask } = checked;
  const [claim] = claimsOf('volume', sentence.text) as [Claim];
  const counted = await ask<Answer>(
    `/api/query?metrics=appeals&${addressOf(state).replace(/&compare=\w+/, '')}`,
  );
  const appeals = Number(counted.rows[0]?.appeals);
  const [count, change] = claim.numbers;
  const { whole, meta } = await changeOf(checked, 'metric=appeals');
  expect(sentence.mark).toBe(whole?.mark ?? 'too_few');
  if (claim.form === 'volume alone') expect(whole).toBeNull();
  if (claim.form === 'volume few') {
    expect([whole?.mark, says(count, appeals)]).toEqual(['too_few', true]);
    return;
  }
  expect(says(count, appeals / counted.meta.covered.days), sentence.text.en).toBe(true);
  if (claim.form === 'volume alone') return;
  // Where the text has no room for the verdict, the detail has it.
  const isInDetail = /^(?:Within chance|Too short a history to judge)[;.]/.test(sentence.detail.en);
  if (claim.mark !== null || !isInDetail) expect(claim.mark ?? 'beyond_chance').toBe(whole?.mark);
  else expect(['chance', 'too_few']).toContain(whole?.mark);
  if (claim.form === 'volume new') {
    expect(whole?.before).toBe(0);
    return;
  }
  const base = (whole?.before ?? Number.NaN) / (meta.covered.paired?.days ?? Number.NaN);
  expect(says(claim.numbers.at(-1), base), sentence.text.en).toBe(true);
  expect(
    sentence.figures.find(({ name, compare }) => name === 'like_days' && compare === state.compare)?.before,
  ).toBeCloseTo(base, 9);
  if (claim.form !== 'volume level') expect(claim.direction).toBe(signOf(whole?.change));
  expect(saysShare(claim.form, change, whole?.change_share ?? null), sentence.text.en).toBe(true);
}

/** The range that is expected, as `/api/trend` forecasts it from the months before. */
async function checkExpected({ detail, figures }: FindingSentence, { state, ask }: Checked): Promise<void> {
  const told = /lead one to expect \(([\d.,]+)–([\d.,]+)\)/.exec(detail.en);
  const inChinese = /预期区间（([\d.,]+)–([\d.,]+)件）/.exec(detail.zh);
  expect(inChinese?.slice(1)).toEqual(told?.slice(1));
  if (!told) return;
  const where = state.where ? `&where=${encodeURIComponent(state.where)}` : '';
  const { forecast } = await ask<Trend>(
    `/api/trend?horizon=1&without_regimes=flood&to=${state.from}${where}`,
  );
  const [days, interval] = [
    (Date.parse(state.to) - Date.parse(state.from)) / 86_400_000,
    forecast?.intervals.find(({ level }) => level === 0.95),
  ];
  const [lower = Number.NaN, upper = Number.NaN] = [interval?.lower[0], interval?.upper[0]];
  expect([says(told[1], lower / days), says(told[2], upper / days)]).toEqual([true, true]);
  const value = figures.find(({ name }) => name === 'appeals_a_day')?.value ?? 0;
  const side = /more than season/.test(detail.en) ? 1 : /fewer than season/.test(detail.en) ? -1 : 0;
  expect(side).toBe(value > upper / days ? 1 : value < lower / days ? -1 : 0);
}

const topicOf = (where: string | null): string => {
  if (where?.startsWith('topic1')) return 'topic2';
  if (where?.startsWith('topic2')) return 'topic3';
  return where?.startsWith('topic3') ? 'district' : 'topic2';
};
const areaOf = (where: string | null): string | null => {
  if (where?.startsWith('subdistrict')) return null;
  return where?.startsWith('district') ? 'subdistrict' : 'district';
};

/** In how many areas it moved, and whether that is usual: what follows the number. */
async function checkRest(sentence: FindingSentence, moved: Group, checked: Checked): Promise<void> {
  const { state, ask } = checked;
  const { about, text } = sentence;
  const isUsual = (moved.season ?? 0) / (moved.change ?? 1) >= 2 / 3;
  expect([/as usual/.test(text.en), /属季节性变化/.test(text.zh)]).toEqual([isUsual, isUsual]);
  const told = /in (?:all (\d+)|(\d+) of (\d+)) /.exec(text.en);
  const inChinese = /，(\d+)[^，\d]*(?:均|中(\d+)个)/.exec(text.zh);
  const area = areaOf(state.where);
  if (!told || !area) return;
  const clause = `where=${encodeURIComponent(`${about?.dimension}:${about?.value}`)}`;
  const { rows } = await ask<Answer>(`/api/query?metrics=appeals&by=${area}&${addressOf(state)}&${clause}`);
  const changes = rows
    .filter((row) => row[area] !== '')
    .map((row) => [Number(row.appeals_paired ?? 0), Number(row.appeals_before_paired ?? 0)] as const)
    .filter(([now, before]) => now + before > 0)
    .map(([now, before]) => Math.sign(now - before));
  const same = changes.filter((sign) => sign === signOf(moved.change)).length;
  const around = state.where?.startsWith('district') ? state : { ...state, where: null };
  const everywhere = await ask<Answer>(`/api/query?metrics=appeals&by=${area}&${addressOf(around)}`);
  const all = everywhere.rows.filter(
    (row) => row[area] !== '' && Number(row.appeals_paired ?? 0) + Number(row.appeals_before_paired ?? 0) > 0,
  ).length;
  const [every, some, of] = told.slice(1);
  expect([Number(every ?? some), Number(every ?? of)]).toEqual([same, all]);
  expect([Number(inChinese?.[2] ?? inChinese?.[1]), Number(inChinese?.[1])]).toEqual([same, all]);
}

async function checkMover(sentence: FindingSentence, checked: Checked): Promise<void> {
  const { state, ask } = checked;
  const [claim] = claimsOf('mover', sentence.text) as [Claim];
  const by = topicOf(state.where);
  const groups = named(await changeOf(checked, `metric=appeals&by=${by}`));
  const beyond = groups.filter(({ mark }) => mark === 'beyond_chance');
  if (claim.form === 'mover none' || claim.form === 'mover one') {
    const tested = groups.filter(({ p }) => p !== null).length;
    expect([beyond.length, sentence.mark]).toEqual([0, 'chance']);
    expect(claim.numbers).toEqual(claim.form === 'mover one' ? [] : [String(tested)]);
    return;
  }
  const left = ({ rest, change }: Group) => Math.abs(rest ?? change ?? 0);
  const moved = beyond.find(({ group }) => group === sentence.about?.value);
  expect(moved && left(moved)).toBe(Math.max(...beyond.map(left)));
  if (!moved) return;
  expect([sentence.mark, claim.form === 'mover new' || claim.direction]).toEqual([
    'beyond_chance',
    claim.form === 'mover new' || signOf(moved.change),
  ]);
  const clause = `where=${encodeURIComponent(`${by}:${moved.group}`)}`;
  const { rows } = await ask<Answer>(`/api/query?metrics=appeals&${addressOf(state)}&${clause}`);
  if (claim.form === 'mover gone') expect(moved.now).toBe(0);
  else expect(says(claim.numbers.at(-1), Number(rows[0]?.appeals)), sentence.text.en).toBe(true);
  if (claim.form === 'mover new') expect(moved.before).toBe(0);
  else if (claim.form !== 'mover gone')
    expect(saysShare(claim.form, claim.numbers[0], moved.change_share), sentence.text.en).toBe(true);
  await checkRest(sentence, moved, checked);
}

const rateNames: Record<string, RateMetric> = {
  Satisfaction: 'satisfaction_rate',
  Resolution: 'resolution_rate',
  'Closing on time': 'on_time_rate',
};
const metrics = Object.values(rateNames);

const ratedBy = (where: string | null): string =>
  where?.startsWith('unit') ? 'topic2' : (areaOf(where) ?? 'unit');

/** A text that says that a rate changed, of a group or of the whole. */
async function checkRate(
  { text, mark, about }: Pick<FindingSentence, 'text' | 'mark' | 'about'>,
  checked: Checked,
): Promise<void> {
  const [claim] = claimsOf('outcome', text) as [Claim];
  const metric = Object.entries(rateNames).find(([name]) => text.en.startsWith(name))?.[1];
  const change = await changeOf(checked, `metric=${metric}&by=${ratedBy(checked.state.where)}`);
  const of = about ? named(change).find(({ group }) => group === about.value) : change.whole;
  expect([mark, claim.direction]).toEqual([of?.mark, signOf(of?.change)]);
  expect(['beyond_chance', 'provisional']).toContain(mark);
  expect(of && 'q' in of ? of.q : of?.p).toBeLessThanOrEqual(0.05);
  const [before, now, failed, all] = claim.numbers;
  const told = await toldRates(metric, about, checked);
  const isSameWay = signOf(told.now - told.before) === signOf(of?.change);
  expect([/on like days/.test(text.en), /可比日/.test(text.zh)]).toEqual([!isSameWay, !isSameWay]);
  const rates = isSameWay
    ? told
    : {
        now: of?.now ?? 0,
        before: of?.before ?? 0,
        of: of?.now_denominator ?? 0,
        good: of?.now_numerator ?? 0,
      };
  expect([says(before, 100 * rates.before), says(now, 100 * rates.now)], text.en).toEqual([true, true]);
  if (!failed) return;
  expect(says(all, rates.of), text.en).toBe(true);
  expect(says(failed, rates.of - rates.good), text.en).toBe(true);
}

async function checkOutcome(sentence: FindingSentence, checked: Checked): Promise<void> {
  const [claim] = claimsOf('outcome', sentence.text) as [Claim];
  if (claim.form === 'outcome changed') return checkRate(sentence, checked);
  const by = ratedBy(checked.state.where);
  const all = await Promise.all(metrics.map((metric) => changeOf(checked, `metric=${metric}&by=${by}`)));
  const known = all.filter(({ whole }) => (whole?.now_denominator ?? 0) > 0);
  expect(known.flatMap((change) => named(change).filter(({ q }) => q !== null && q <= 0.05))).toEqual([]);
  const found = known.flatMap(({ whole }) => whole?.p ?? []).sort((one, other) => one - other);
  // Benjamini and Hochberg, by hand: none of the rates of the whole is found.
  expect(found.some((p, at) => p <= (0.05 * (at + 1)) / found.length)).toBe(false);
  const isTested = known.some(
    ({ whole, groups }) => whole?.mark !== 'too_few' || groups.p.some((p) => p !== null),
  );
  expect([sentence.mark, claim.form]).toEqual(
    isTested ? ['chance', 'outcome none'] : ['too_few', 'outcome few'],
  );
}

/** Open and overdue orders of some clauses, as `/api/query` counts them. */
async function openOf({ ask }: Checked, where: readonly string[]): Promise<readonly [number, number]> {
  const clauses = where
    .filter((clause) => !clause.startsWith('due_state'))
    .map((clause) => `&where=${encodeURIComponent(clause)}`);
  const { rows } = await ask<Answer>(`/api/query?metrics=open,overdue${clauses.join('')}`);
  return [Number(rows[0]?.open ?? 0), Number(rows[0]?.overdue ?? 0)];
}

/** That a unit is late with its orders, more often than all. */
async function checkLate(kind: string, text: FindingSentence['text'], unit: string, checked: Checked) {
  const [claim] = claimsOf(kind, text) as [Claim];
  const place = checked.state.where ? [checked.state.where] : [];
  const [open, overdue] = await openOf(checked, [...place, `unit:${unit}`]);
  const [all, late] = await openOf(checked, place);
  expect([says(claim.numbers[0], overdue), says(claim.numbers[1], open)], text.en).toEqual([true, true]);
  expect(overdue / open).toBeGreaterThan(late / all);
}

/** How many orders are open and overdue of what is asked; told of the newest month alone. */
async function checkOpen({ detail, where }: FindingAsk, isNewest: boolean, checked: Checked): Promise<void> {
  const told = /^([\d,]+) open, ([\d,]+) overdue/.exec(detail.en);
  const inChinese = /^未办结([\d,]+)件，超期([\d,]+)件/.exec(detail.zh);
  expect([inChinese?.slice(1), told !== null]).toEqual([told?.slice(1), isNewest]);
  if (!told) return;
  const [open, overdue] = await openOf(checked, where);
  expect([says(told[1], open), says(told[2], overdue)], detail.en).toEqual([true, true]);
}

async function checkAsk(one: FindingAsk, { meta }: Findings, checked: Checked): Promise<void> {
  const { about, topic, reason, mark, period, where } = one;
  const { state, ask } = checked;
  expect(where).toContain(`${about.dimension}:${about.value}`);
  if (where.includes('due_state:overdue')) return checkLate('ask late', reason, about.value, checked);
  await checkOpen(one, meta.due_at !== null, checked);
  if (topic) {
    const [claim] = claimsOf('ask', reason) as [Claim];
    const clause = `&where=${encodeURIComponent(`${topic.dimension}:${topic.value}`)}`;
    const units = await changeOf(checked, 'metric=appeals&by=unit', clause);
    const unit = named(units).find(({ group }) => group === about.value);
    expect([mark, unit?.mark, signOf(unit?.change)]).toEqual(['beyond_chance', 'beyond_chance', 1]);
    expect([says(claim.numbers[0], unit?.before), says(claim.numbers[1], unit?.now)]).toEqual([true, true]);
    return;
  }
  if (!/expected/.test(reason.en)) return checkRate({ text: reason, mark, about }, checked);
  const [claim] = claimsOf('ask', reason) as [Claim];
  const metric = Object.entries(rateNames).find(([name]) =>
    reason.en.includes(`: ${name.toLowerCase()}`),
  )?.[1];
  const place = state.where ? `&where=${encodeURIComponent(state.where)}` : '';
  const { groups } = await ask<Rates>(
    `/api/rates?by=unit&metric=${metric}&from=${period.from}&to=${period.to}${place}`,
  );
  const at = groups.group.indexOf(about.value);
  expect([groups.verdict[at], groups.class[at]?.replace('far_', '')]).toEqual(['lower', 'worse']);
  expect(says(claim.numbers[1], 100 * (groups.rate[at] ?? 0)), reason.en).toBe(true);
  expect(says(claim.numbers[2], 100 * (groups.expected[at] ?? 0)), reason.en).toBe(true);
}

/** Compares what findings say with the answers of the API asked apart. */
export async function checkFindings(state: FindingsState, ask: Asked): Promise<Findings> {
  const checked = { state, ask };
  const findings = await ask<Findings>(`/api/findings?${addressOf(state)}`);
  const checkBacklog = ({ text, about }: FindingSentence) =>
    checkLate('backlog', text, about?.value ?? '', checked);
  const checks = { volume: checkVolume, mover: checkMover, outcome: checkOutcome, backlog: checkBacklog };
  for (const sentence of findings.sentences) {
    expect(sentence.text.en.length, sentence.text.en).toBeLessThanOrEqual(
      sentence.kind === 'volume' ? 90 : 75,
    );
    await checks[sentence.kind](sentence, checked);
    if (sentence.kind === 'volume') await checkExpected(sentence, checked);
  }
  for (const one of findings.ask) await checkAsk(one, findings, checked);
  return findings;
}
