import {
  type IntegrityCounts,
  type IntegrityKind,
  type IntegrityStanding,
  integrityKinds,
} from '@hotline-atlas/model';
import { falseDiscovery } from '@hotline-atlas/statistics';
import { closedAgain } from './closed-again.ts';
import { earlyClosing } from './early-closing.ts';
import { oddExclusions } from './odd-exclusions.ts';
import { shrinkingBase } from './shrinking-base.ts';
import { templateReplies } from './template-replies.ts';
import { isLarge, type UnitTest, type Way } from './test-of-unit.ts';
import { textbookDigits } from './textbook-digits.ts';
import { unreachableVisits } from './unreachable-visits.ts';

/** False discovery rate over units and kinds. */
export const integrityLevel = 0.05;

const methods: Record<IntegrityKind, (counts: IntegrityCounts) => Way[]> = {
  shrinking_base: shrinkingBase,
  odd_exclusions: oddExclusions,
  early_closing: earlyClosing,
  unreachable_visits: unreachableVisits,
  closed_again: closedAgain,
  textbook_digits: textbookDigits,
  template_replies: templateReplies,
};

export interface JudgedTest extends UnitTest {
  q: number;
  standing: IntegrityStanding;
}

const lessLikely = (least: UnitTest | null, each: UnitTest): UnitTest => {
  if (least === null) return each;
  const [isLargeEach, isLargeLeast] = [isLarge(each, each.effect), isLarge(least, least.effect)];
  if (isLargeEach !== isLargeLeast) return isLargeEach ? each : least;
  return each.p < least.p ? each : least;
};

/**
 * The most unlikely way of a unit, of those that are large enough to ask about; its p multiplied by how many
 * were tried (Bonferroni).
 */
function leastLikely(kind: IntegrityKind, ways: readonly Way[], unit: number): UnitTest | null {
  const tried = ways.flatMap(({ name, compared, effect }) => {
    const each = compared[unit];
    return each ? [{ ...each, unit, kind, way: name, effect }] : [];
  });
  const tested = tried.filter(({ p }) => !Number.isNaN(p));
  const best = tested.reduce<UnitTest | null>(lessLikely, null);
  if (best) return { ...best, p: Math.min(1, best.p * tested.length) };
  return tried[0] ?? null;
}

function standingOf(test: UnitTest, q: number): IntegrityStanding {
  if (Number.isNaN(test.p)) return 'too_few';
  if (q > integrityLevel) return 'chance';
  return isLarge(test, test.effect) ? 'question' : 'small';
}

/**
 * Tests every unit for every kind that can be judged. A unit has one test a kind. False questions are kept
 * to a share of all (Benjamini-Hochberg over units and kinds).
 * @param kinds those that can be judged of these counts
 */
export function judgeIntegrity(
  counts: IntegrityCounts,
  kinds: readonly IntegrityKind[] = integrityKinds,
): JudgedTest[] {
  const tests = kinds.flatMap((kind) => {
    const ways = methods[kind](counts);
    return counts.units.flatMap((_, unit) => leastLikely(kind, ways, unit) ?? []);
  });
  const { q } = falseDiscovery(Float64Array.from(tests, ({ p }) => p));
  return tests.map((test, at) => ({
    ...test,
    q: q[at] ?? Number.NaN,
    standing: standingOf(test, q[at] ?? Number.NaN),
  }));
}
