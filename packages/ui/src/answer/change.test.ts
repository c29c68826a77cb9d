import { expect, test } from 'vitest';
import { changeIn, isPerDay } from './change.ts';

test('a change is what the API says of the days compared, never the difference of totals', () => {
  const row = {
    appeals: 26_192,
    appeals_before: 25_989,
    appeals_paired: 25_341,
    appeals_before_paired: 25_991,
    appeals_change: -650,
    appeals_change_share: -0.025,
  };
  expect(changeIn(row, 'appeals', 'en')).toEqual({ direction: 'down', size: '2.5%', signed: '\u22122.5%' });
  expect(changeIn({ appeals: 26_192, appeals_before: 25_989 }, 'appeals', 'en')).toBeNull();
});

test('nothing is told of fewer than 30 cases', () => {
  const rate = (denominator: number) => ({
    satisfaction_rate_change: -0.065,
    satisfaction_rate_paired: 0.935,
    satisfaction_rate_before_paired: 1,
    satisfaction_rate_paired_denominator: 139,
    satisfaction_rate_before_paired_denominator: denominator,
  });
  expect(changeIn(rate(169), 'satisfaction_rate', 'en')?.signed).toBe('\u22126.5 pp');
  expect(changeIn(rate(29), 'satisfaction_rate', 'en')).toBeNull();
  const counts = { appeals_change_share: -0.6, appeals_paired: 2, appeals_before_paired: 5 };
  expect(changeIn(counts, 'appeals', 'en')).toBeNull();
});

test('counts are told per day where the days compared are not simply all', () => {
  const covered = { days: 31, of: 31, spans: [], left_out: [] };
  const paired = { days: 30, of: 31, spans: [], before: [], adjusted: 'none' as const, left_out: [] };
  const without = { from: '2024-12-31', to: '2025-01-01', reason: 'no_counterpart', side: 'now' } as const;
  expect(isPerDay({ ...covered, paired: { ...paired, left_out: [without] } }, 'count')).toBe(true);
  expect(isPerDay({ ...covered, paired: { ...paired, left_out: [without] } }, 'share')).toBe(false);
  expect(isPerDay({ ...covered, paired: { ...paired, adjusted: 'weekdays' } }, 'per_10k')).toBe(true);
  expect(isPerDay({ ...covered, paired }, 'count')).toBe(false);
  expect(isPerDay({ ...covered, paired: null }, 'count')).toBe(false);
});
