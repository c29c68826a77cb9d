import { expect, test } from 'vitest';
import { dueScale, dueText, leftUntil } from './dueText.ts';

const hour = 3_600_000;

test('what is due is told by the clocks of the city, in whole days, hours or minutes', () => {
  const at = '2024-12-31T15:30:00Z';
  const left = (due: string) => leftUntil(due, at, 'Asia/Shanghai') ?? Number.NaN;
  expect(dueText(left('2024-12-29 23:00:00'), 'en')).toBe('2 d late');
  expect(dueText(left('2024-12-29 23:00:00'), 'zh')).toBe('超期2天');
  expect(dueText(left('2024-12-31 04:00:00'), 'en')).toBe('19 h late');
  expect(dueText(left('2025-01-01 02:45:00'), 'zh')).toBe('剩余3小时');
  expect(dueText(left('2024-12-31 23:10:00'), 'en')).toBe('20 min late');
  expect(leftUntil('', at, 'Asia/Shanghai')).toBeNull();
});

test('one scale holds what is late and what is left, with the due line between', () => {
  const scale = dueScale([-144 * hour, -24 * hour, 3 * hour]);
  expect(scale.late).toBe(144 * hour);
  expect(scale.left).toBe(3 * hour);
  expect(scale.ticks).toContain(0);
  expect(scale.ticks.length).toBeLessThanOrEqual(4);
  expect(Math.min(...scale.ticks)).toBeGreaterThanOrEqual(-144 * hour);
});
