import { expect, test } from 'vitest';
import { continued, labelled, listed, sequenced } from './joined.ts';

test('a language joins words with its own comma, colon and semicolon', () => {
  expect(labelled('Alerts', 'North', 'en')).toBe('Alerts: North');
  expect(labelled('预警', '北区', 'zh')).toBe('预警：北区');
  expect(listed(['North', 'South'], 'en')).toBe('North, South');
  expect(listed(['北区', '南区'], 'zh')).toBe('北区、南区');
  expect(continued(['预警', '2026年'], 'zh')).toBe('预警，2026年');
  expect(sequenced(['未计节日', '未计大洪水'], 'zh')).toBe('未计节日；未计大洪水');
});
